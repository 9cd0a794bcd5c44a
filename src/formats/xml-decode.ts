import type {TextStream} from "./text-stream.ts";
import {decodeStream} from "./text-stream.ts";

const HEAD_BYTES = 1024;
const DECLARATION = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/;

/** The text of an XML document as `decodeStream` gives it, by the encoding that it declares. */
export function decodeXml(source: AsyncIterable<Uint8Array>, encoding?: string): TextStream {
  return decodeStream(source, {encoding, findDeclared});
}

/** The encoding that an XML declaration names, where there is such a one; UTF-16 cannot be declared in ASCII. */
export function findDeclared(head: Uint8Array): string | undefined {
  const start = new TextDecoder("latin1").decode(head.subarray(0, HEAD_BYTES));
  const label = DECLARATION.exec(start)?.[1]?.toLowerCase();
  return label !== undefined && isKnown(label) && !/^(?:utf|ucs).?16/.test(label)
    ? label
    : undefined;
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false; // a question: the label is not one that a browser knows
  }
}
