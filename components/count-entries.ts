import {formatCount} from "./format-value.ts";

/** "1 entry", "12 entries"; with a word before the noun, "12 sample entries". */
export function formatEntries(count: number, before = ""): string {
  return `${formatCount(count)} ${before === "" ? "" : `${before} `}${count === 1 ? "entry" : "entries"}`;
}
