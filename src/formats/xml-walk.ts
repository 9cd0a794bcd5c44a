import {InputError} from "../lib/errors.ts";

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

/** The attributes of an element by name without prefix; declarations of namespaces are left out. */
export type XmlAttributes = ReadonlyMap<string, string>;

/** What hears of a document's parts, in their order. Names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  /** A part of the text of the element that is open. */
  text(part: string): void;
  close(name: string): void;
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
 * Walks through an XML document. A document type is passed over: no entity is fetched or expanded but XML's own five
 * and numbered characters (surrogate halves too, which phone backups write). Throws `XmlError`.
 */
export function walkXml(text: string, handler: XmlHandler): void {
  /** The names of the elements that are open, with their prefixes. */
  const open: string[] = [];
  let hasRoot = false;
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
    if (open.length > 0) handler.text(part);
    else if (part.trim() !== "") fail("text outside of the root element");
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
  if (open.length > 0) fail(`element not closed: <${open.at(-1)!}>`);
  if (!hasRoot) fail("no root element");

  function passMarkup(): void {
    if (text.startsWith("<!--", at)) passBeyond("-->", "comment");
    else if (text.startsWith("<![CDATA[", at)) {
      const start = at + 9;
      addText(text.slice(start, passBeyond("]]>", "CDATA section")));
    } else if (text.startsWith("<!DOCTYPE", at) && !hasRoot) {
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
    const awaited = open.pop();
    if (awaited === undefined || awaited !== name)
      return fail(
        `</${name ?? ""}> where ${awaited === undefined ? "nothing" : `</${awaited}>`} is to be closed`,
        start
      );
    match(SPACE);
    if (text[at] !== ">") fail('">" expected');
    ++at;
    handler.close(toLocalName(name));
  }

  function openTag(): void {
    if (hasRoot && open.length === 0) fail("a second root element");
    hasRoot = true;
    ++at;
    const name = match(NAME) ?? fail("the name of an element expected");
    const localName = toLocalName(name);
    handler.open(localName, readAttributes());
    if (text[at] === "/") {
      ++at;
      if (text[at] !== ">") fail('">" expected');
      handler.close(localName);
    } else {
      if (open.length >= MAX_DEPTH) fail(`nested deeper than ${MAX_DEPTH} elements`);
      open.push(name);
    }
    ++at;
  }

  function readAttributes(): XmlAttributes {
    let isEmpty = true;
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
      if (isEmpty) attributes = new Map();
      isEmpty = false;
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
