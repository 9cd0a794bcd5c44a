import {SaxesParser} from "saxes";
import {InputError} from "../lib/errors.ts";
import {createReferenceRepair} from "./xml-references.ts";

/** A place where a text stops being well-formed XML. Line and column count from 1. */
export class XmlError extends InputError {
  readonly line: number;
  readonly column: number;

  constructor(what: string, {line, column}: {line: number; column: number}) {
    super(what);
    this.line = line;
    this.column = column;
  }

  /** The place as problems name it. */
  get where(): string {
    return `line ${this.line}, column ${this.column}`;
  }
}

/**
 * The attributes of an element by name without prefix, or with it where two would be called alike; declarations of
 * namespaces are left out.
 */
export type XmlAttributes = ReadonlyMap<string, string>;

/** What hears of a document's parts, in their order. */
export interface XmlHandler {
  /** `tag` is the name as it stands in the document, `name` the same without its namespace prefix. */
  open(name: string, attributes: XmlAttributes, tag: string): void;
  /** A part of the text of the element that is open. */
  text(part: string): void;
  close(name: string): void;
}

/** Takes a document in pieces, cut anywhere. Both throw `XmlError`. */
export interface XmlWalker {
  write(piece: string): void;
  end(): void;
}

const MAX_DEPTH = 1000;
const PREDEFINED: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'"
};
const NO_ATTRIBUTES: XmlAttributes = new Map();
/** What programs write and everybody reads, though the standard forbids it: control characters, a declaration after blank lines. */
const TOLERATED: ReadonlySet<string> = new Set([
  "disallowed character.",
  'the string "]]>" is disallowed in char data.',
  "an XML declaration must be at the start of the document.",
  "the XML declaration must appear at the start of the document."
]);

/**
 * Walks through an XML document by `saxes`. No document type is processed: an entity that it declares is refused where
 * it is used, so that none can fetch or grow; a name that nothing declares (`&nbsp;`) stays as it stands. Characters
 * that are written as surrogate halves, as phone backups do, are put together.
 */
export function createXmlWalker(handler: XmlHandler): XmlWalker {
  const parser = new SaxesParser();
  const repair = createReferenceRepair();
  let declared: ReadonlySet<string> = new Set();
  let depth = 0;
  const fail = (what: string): never => {
    throw new XmlError(what, {line: parser.line, column: Math.max(1, parser.column)});
  };
  parser.ENTITIES = new Proxy(PREDEFINED, {
    get(entities, name) {
      if (typeof name !== "string" || Object.hasOwn(entities, name)) return entities[String(name)];
      if (!/^[\p{L}_:][\p{L}\p{N}\p{M}_:.\u00B7-]*$/u.test(name))
        return fail('"&" that begins no entity');
      if (declared.has(name))
        fail(`entity refused: &${name}; (entities that a document declares are not expanded)`);
      return `&${name};`;
    }
  });
  parser.on("error", ({message}) => {
    const what = message.replace(/^\d+:\d+: /, "");
    if (!TOLERATED.has(what)) fail(what.replace(/\.$/, ""));
  });
  parser.on("doctype", (text) => {
    declared = new Set(Array.from(text.matchAll(/<!ENTITY\s+([^\s%]+)/g), ([, name]) => name!));
  });
  parser.on("text", (text) => {
    if (depth > 0) handler.text(text);
  });
  parser.on("cdata", (text) => handler.text(text));
  parser.on("opentag", ({name, attributes}) => {
    if (++depth > MAX_DEPTH) fail(`nested deeper than ${MAX_DEPTH} elements`);
    handler.open(toLocalName(name), toAttributes(attributes), name);
  });
  parser.on("closetag", ({name}) => {
    --depth;
    handler.close(toLocalName(name));
  });
  return {
    write: (piece) => void parser.write(repair.write(piece)),
    end: () => void parser.write(repair.end()).close()
  };
}

/** Walks through a document that is in memory. Throws `XmlError`. */
export function walkXml(text: string, handler: XmlHandler): void {
  const walker = createXmlWalker(handler);
  walker.write(text);
  walker.end();
}

function toLocalName(tag: string): string {
  return tag.slice(tag.indexOf(":") + 1) || tag;
}

function toAttributes(attributes: Readonly<Record<string, string>>): XmlAttributes {
  let found: Map<string, string> | undefined;
  for (const name in attributes) {
    if (name === "xmlns" || name.startsWith("xmlns:")) continue;
    const local = toLocalName(name);
    found ??= new Map();
    found.set(found.has(local) ? name : local, attributes[name]!);
  }
  return found ?? NO_ATTRIBUTES;
}
