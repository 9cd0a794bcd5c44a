import type {XmlAttributes} from "./xml-walk.ts";
import {walkXml} from "./xml-walk.ts";

/** An element of an XML document. */
export interface XmlElement {
  /** Without its namespace prefix. */
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly children: readonly XmlElement[];
  /** Its own text, trimmed. */
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly children: XmlElement[];
  text: string;
}

/** The root of an XML document. Throws `XmlError`. */
export function parseXml(text: string): XmlElement {
  const open: OpenElement[] = [{name: "", attributes: new Map(), children: [], text: ""}];
  walkXml(text, {
    open: (name, attributes) => void open.push({name, attributes, children: [], text: ""}),
    text(part) {
      const element = open.at(-1)!;
      element.text = element.text === "" ? part : element.text + part;
    },
    close() {
      const element = open.pop()!;
      element.text = element.text.trim();
      open.at(-1)!.children.push(element);
    }
  });
  return open[0]!.children[0]!;
}
