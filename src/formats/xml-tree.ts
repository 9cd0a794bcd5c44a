import type {XmlAttributes} from "./xml-walk.ts";
import {walkXml} from "./xml-walk.ts";

/** An element of an XML document. */
export interface XmlElement {
  /** Without its namespace prefix. */
  readonly name: string;
  /** The name as it stands in the document. */
  readonly tag: string;
  readonly attributes: XmlAttributes;
  readonly children: readonly XmlElement[];
  /** Its own text, trimmed. */
  readonly text: string;
}

/** An element whose end has not come yet: its text and its children are those so far. */
export class OpenElement implements XmlElement {
  readonly name: string;
  readonly tag: string;
  readonly attributes: XmlAttributes;
  readonly children: XmlElement[] = [];
  text = "";

  constructor(name: string, attributes: XmlAttributes, tag: string) {
    this.name = name;
    this.attributes = attributes;
    this.tag = tag;
  }
}

/** The root of an XML document. Throws `XmlError`. */
export function parseXml(text: string): XmlElement {
  const document = new OpenElement("", new Map(), "");
  const open = [document];
  walkXml(text, {
    open(name, attributes, tag) {
      const element = new OpenElement(name, attributes, tag);
      open.at(-1)!.children.push(element);
      open.push(element);
    },
    text: (part) => void (open.at(-1)!.text += part),
    close() {
      const element = open.pop()!;
      element.text = element.text.trim();
    }
  });
  return document.children[0]!;
}
