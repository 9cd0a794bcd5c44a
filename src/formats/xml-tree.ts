import {InputError} from "../lib/errors.ts";

/** An element of an XML document. */
export interface XmlElement {
  /** Without its namespace prefix. */
  readonly name: string;
  /** By name without prefix; declarations of namespaces are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, trimmed. */
  readonly text: string;
}

/** A place where a text stops being well-formed XML. */
export class XmlError extends InputError {
  readonly line: number;
  readonly column: number;

  constructor(what: string, text: string, offset: number) {
    super(what);
    const before = text.slice(0, offset).split(/\r\n|\n|\r/);
    this.line = before.length;
    this.column = before.at(-1)!.length + 1;
  }
}

interface OpenElement {
  readonly qualifiedName: string;
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const NAME = /[\p{L}_:][\p{L}\p{N}\p{M}_:.\u00B7-]*/uy;
const SPACE = /[ \t\r\n]*/y;
const EQUALS = /[ \t\r\n]*=[ \t\r\n]*/y;
const MAX_DEPTH = 1000;
const PREDEFINED: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'"
};
const NO_ATTRIBUTES: Map<string, string> = new Map();

/**
 * The root of an XML document. A document type is passed over: no entity is fetched or expanded but XML's own five
 * and numbered characters (surrogate halves too, which phone backups write). Throws `XmlError`.
 */
export function parseXml(text: string): XmlElement {
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let at = 0;

  const fail = (what: string, offset = at): never => {
    throw new XmlError(what, text, offset);
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const passBeyond = (end: string, what: string): number => {
    const found = text.indexOf(end, at);
    if (found < 0) fail(`${what} without its end ${end}`);
    at = found + end.length;
    return found;
  };
  const addText = (part: string): void => {
    const element = open.at(-1);
    if (element) element.text = element.text === "" ? part : element.text + part;
    else if (part.trim() !== "") fail("text outside of the root element");
  };
  const close = (element: OpenElement): void => {
    const closed = {...element, text: element.text.trim()};
    const parent = open.at(-1);
    if (parent) parent.children.push(closed);
    else root = closed;
  };

  for (;;) {
    const tag = text.indexOf("<", at);
    if (tag !== at) addText(decodeEntities(text.slice(at, tag < 0 ? text.length : tag)));
    if (tag < 0) break;
    at = tag;
    const next = text.charCodeAt(at + 1);
    if (next === 0x21) passMarkup();
    else if (next === 0x3f) passBeyond("?>", "processing instruction");
    else if (next === 0x2f) closeTag();
    else openTag();
  }
  at = text.length;
  if (open.length > 0) fail(`element not closed: <${open.at(-1)!.qualifiedName}>`);
  return root ?? fail("no root element");

  function passMarkup(): void {
    if (text.startsWith("<!--", at)) passBeyond("-->", "comment");
    else if (text.startsWith("<![CDATA[", at)) {
      const start = at + 9;
      addText(text.slice(start, passBeyond("]]>", "CDATA section")));
    } else if (text.startsWith("<!DOCTYPE", at) && !root && open.length === 0) {
      const end = text.indexOf(">", at);
      const subset = text.indexOf("[", at);
      if (subset >= 0 && subset < end) passBeyond("]", "document type");
      passBeyond(">", "document type");
    } else fail("markup that is none");
  }

  function closeTag(): void {
    const start = at;
    at += 2;
    const name = match(NAME);
    const element = open.pop();
    if (!element || element.qualifiedName !== name)
      return fail(
        `</${name ?? ""}> where ${element ? `</${element.qualifiedName}>` : "nothing"} is to be closed`,
        start
      );
    match(SPACE);
    if (text[at] !== ">") fail('">" expected');
    ++at;
    close(element);
  }

  function openTag(): void {
    if (root) fail("a second root element");
    ++at;
    const qualifiedName = match(NAME) ?? fail("the name of an element expected");
    const attributes = readAttributes();
    const element = {
      qualifiedName,
      name: toLocalName(qualifiedName),
      attributes,
      children: [],
      text: ""
    };
    if (text[at] === "/") {
      ++at;
      if (text[at] !== ">") fail('">" expected');
      ++at;
      close(element);
    } else {
      ++at;
      if (open.length >= MAX_DEPTH) fail(`nested deeper than ${MAX_DEPTH} elements`);
      open.push(element);
    }
  }

  function readAttributes(): Map<string, string> {
    let attributes = NO_ATTRIBUTES;
    for (;;) {
      match(SPACE);
      const char = text[at];
      if (char === ">" || char === "/") return attributes;
      const start = at;
      const name = match(NAME) ?? fail('an attribute, ">" or "/>" expected');
      if (match(EQUALS) === undefined) fail(`attribute without a value: ${name}`, start);
      const quote = text[at];
      if (quote !== '"' && quote !== "'") fail(`attribute without quotes: ${name}`);
      ++at;
      const from = at;
      const value = decodeEntities(text.slice(from, passBeyond(quote!, "attribute")));
      if (name === "xmlns" || name.startsWith("xmlns:")) continue;
      const local = toLocalName(name);
      if (attributes === NO_ATTRIBUTES) attributes = new Map();
      const key = attributes.has(local) ? name : local;
      if (attributes.has(key)) fail(`attribute given twice: ${name}`, start);
      attributes.set(key, value);
    }
  }
}

function toLocalName(name: string): string {
  return name.slice(name.indexOf(":") + 1) || name;
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,8}));/g,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return PREDEFINED[name] ?? whole;
      const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    }
  );
}
