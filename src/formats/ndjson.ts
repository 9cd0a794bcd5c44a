import type {TextEncoding} from "../lib/text-encoding.ts";
import {decodeText, detectEncoding} from "../lib/text-encoding.ts";
import type {Format} from "../model/format.ts";
import type {Problem} from "../model/problem.ts";
import type {Reading} from "../model/table.ts";
import {JsonError, parseJson} from "./json-text.ts";
import {toTable} from "./records.ts";
import {refuse, toRefusal} from "./refusal.ts";

/** A block is decoded and parsed at once: large enough to be fast, small enough for a string. */
const BLOCK_BYTES = 1 << 22;
const MAX_PROBLEMS = 100;
const NEWLINE = 10;

/** One JSON value a line. A broken line is a problem, and the others are read; a file of broken lines is refused. */
export const ndjson: Format = {
  name: "ndjson",
  extensions: ["ndjson", "jsonl", "ldjson", "jsonlines"],
  read(bytes, {path}): Reading {
    const records: unknown[] = [];
    const broken: Problem[] = [];
    let brokenCount = 0;
    let line = 0;
    let encoding: TextEncoding = "utf-8";
    for (const block of toBlocks(bytes)) {
      const decoded = decodeText(block);
      if (decoded.encoding !== "utf-8") encoding = decoded.encoding;
      const lines = decoded.text.split("\n");
      if (!parseTogether(lines, records)) {
        for (const [i, text] of lines.entries()) {
          if (text.trim() === "") continue;
          try {
            records.push(parseJson(text));
          } catch (error) {
            const column = error instanceof JsonError ? `, column ${error.column}` : "";
            if (++brokenCount <= MAX_PROBLEMS)
              broken.push({
                file: path,
                where: `line ${line + i + 1}${column}`,
                what: `line left out, no JSON: ${toRefusal(error)}`
              });
          }
        }
      }
      line += lines.length - 1;
    }
    if (brokenCount > MAX_PROBLEMS)
      broken.push({file: path, where: "", what: `${brokenCount} lines left out, no JSON`});
    const table = brokenCount > records.length ? undefined : toTable("", records);
    if (table) return {tables: [table], problems: broken, details: {encoding}};
    return broken.length > 0 ? {tables: [], problems: broken} : refuse(path, "no records in it");
  }
};

/** Lines in one go, which is several times faster; false where they must be looked at one by one. */
function parseTogether(lines: readonly string[], records: unknown[]): boolean {
  const last = lines.at(-1) === "" ? lines.length - 1 : lines.length;
  try {
    const values = parseJson(`[${lines.slice(0, last).join(",")}]`) as unknown[];
    if (values.length !== last) return false;
    for (const value of values) records.push(value);
    return true;
  } catch {
    return false; // the line that is broken is found when they are parsed one by one
  }
}

/** The bytes in blocks that end where a line ends. UTF-16 stays whole: its line ends are no single bytes. */
function* toBlocks(bytes: Uint8Array): Generator<Uint8Array> {
  if ((detectEncoding(bytes) ?? "utf-8") !== "utf-8") {
    yield bytes;
    return;
  }
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, Math.min(start + BLOCK_BYTES, bytes.length));
    const end = newline < 0 ? bytes.length : newline + 1;
    yield bytes.subarray(start, end);
    start = end;
  }
}
