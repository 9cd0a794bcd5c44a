import {decodeText} from "../../lib/text-encoding.ts";
import type {ImageHeader} from "./image-size.ts";

const ROOT = /<(?:\w+:)?svg\b([^>]*)>/;
const LENGTH = /^\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*$/;
/** The root element stands near the beginning. */
const HEAD_BYTES = 65_536;

/** The size that a drawing gives itself, or that of its coordinates; undefined where it is none. */
export function readSvgHeader(bytes: Uint8Array): ImageHeader | undefined {
  const attributes = ROOT.exec(decodeText(bytes.subarray(0, HEAD_BYTES)).text)?.[1];
  if (attributes === undefined) return undefined;
  const read = (name: string): string =>
    new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? "";
  const [, , wide = "", high = ""] = read("viewBox")
    .trim()
    .split(/[\s,]+/);
  return {
    kind: "svg",
    width: toLength(read("width")) ?? toLength(wide),
    height: toLength(read("height")) ?? toLength(high)
  };
}

function toLength(text: string): number | null {
  const match = LENGTH.exec(text);
  return match ? Math.round(Number(match[1])) : null;
}
