import type {TextEncoding} from "../lib/text-encoding.ts";
import {decodeText, detectEncoding} from "../lib/text-encoding.ts";
import type {Format} from "../model/format.ts";
import type {Problem} from "../model/problem.ts";
import type {Reading} from "../model/table.ts";
import {splitJsonValues} from "./json-split.ts";
import {JsonError, parseJson} from "./json-text.ts";
import {toTable} from "./records.ts";
import {refuse, toRefusal} from "./refusal.ts";

/** A block is decoded and parsed at once: large enough to be fast, small enough for a string. */
const BLOCK_BYTES = 1 << 22;
/** A file up to this size may have values over several lines; they are looked for where lines are none. */
const MAX_WHOLE_BYTES = 1 << 26;
const MAX_PROBLEMS = 100;
const NEWLINE = 10;

/**
 * One JSON value a line, or values one after the other. A broken line is a problem, and the others are read;
 * a file that has more broken lines than others is refused.
 */
export const ndjson: Format = {
  name: "ndjson",
  extensions: ["ndjson", "jsonl", "ldjson", "jsonlines", "geojsonl", "geojsons"],
  read(bytes, {path}): Reading {
    try {
      const {records, broken, brokenCount, encoding} = readLines(bytes);
      if (brokenCount === 0 && records.length > 0)
        return {tables: [toTable("", records)], problems: [], details: {encoding}};
      const whole = bytes.length <= MAX_WHOLE_BYTES ? readValues(bytes) : undefined;
      if (whole) return {tables: [toTable("", whole)], problems: [], details: {encoding}};
      const problems = broken.map((problem) => ({file: path, ...problem}));
      if (brokenCount > broken.length)
        problems.push({file: path, where: "", what: `${brokenCount} lines left out, no JSON`});
      if (brokenCount > records.length) return {tables: [], problems};
      if (records.length === 0) return refuse(path, "no records in it");
      return {tables: [toTable("", records)], problems, details: {encoding}};
    } catch (error) {
      return refuse(path, toRefusal(error));
    }
  }
};

interface Lines {
  readonly records: unknown[];
  /** The first lines that are no JSON; how many there are. */
  readonly broken: Omit<Problem, "file">[];
  brokenCount: number;
  encoding: TextEncoding;
}

function readLines(bytes: Uint8Array): Lines {
  const found: Lines = {records: [], broken: [], brokenCount: 0, encoding: "utf-8"};
  let first = 1;
  for (const block of toBlocks(bytes)) {
    const {text, encoding} = decodeText(block);
    if (encoding !== "utf-8") found.encoding = encoding;
    const lines = text.split("\n");
    if (!parseTogether(lines, found.records))
      for (const [i, line] of lines.entries()) parseLine(line, first + i, found);
    first += lines.length - 1;
  }
  return found;
}

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

function parseLine(line: string, number: number, found: Lines): void {
  if (line.trim() === "") return;
  try {
    found.records.push(parseJson(line));
  } catch (error) {
    if (++found.brokenCount > MAX_PROBLEMS) return;
    const column = error instanceof JsonError ? `, column ${error.column}` : "";
    const what = `line left out, no JSON: ${toRefusal(error)}`;
    found.broken.push({where: `line ${number}${column}`, what});
  }
}

/** Values that do not keep to lines, one after the other; undefined where the text is not made of them. */
function readValues(bytes: Uint8Array): unknown[] | undefined {
  const texts = splitJsonValues(decodeText(bytes).text);
  if (texts.length === 0) return undefined;
  try {
    return texts.map(parseJson);
  } catch {
    return undefined; // then its broken lines are what is told
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
