import {JsonError, parseJson} from "./json-text.ts";
import {toRefusal} from "./refusal.ts";

/** So much text is parsed at once: large enough to be fast, small enough for a batch. */
const BLOCK_LENGTH = 1 << 19;

/** What some lines gave. */
export interface LineBlock {
  readonly records: readonly unknown[];
  readonly broken: readonly BrokenLine[];
}

/** A line that is no JSON. */
export interface BrokenLine {
  readonly where: string;
  readonly text: string;
  readonly what: string;
}

/** The values of a text with one JSON value a line, block by block. Blank lines are passed over. */
export async function* parseLines(pieces: AsyncIterable<string>): AsyncGenerator<LineBlock> {
  let number = 1;
  for await (const lines of toLines(pieces)) {
    yield parseTogether(lines) ?? parseOneByOne(lines, number);
    number += lines.length;
  }
}

/** Whole lines, some thousands at a time. */
async function* toLines(pieces: AsyncIterable<string>): AsyncGenerator<string[]> {
  let parts: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    const end = piece.lastIndexOf("\n");
    if (length < BLOCK_LENGTH || end < 0) {
      parts.push(piece);
      continue;
    }
    yield [...parts, piece.slice(0, end)].join("").split("\n");
    parts = [piece.slice(end + 1)];
    length = parts[0]!.length;
  }
  const lines = parts.join("").split("\n");
  if (lines.at(-1) === "") lines.pop();
  if (lines.length > 0) yield lines;
}

/** Lines in one go, which is several times faster; undefined where they must be looked at one by one. */
function parseTogether(lines: readonly string[]): LineBlock | undefined {
  try {
    const records = parseJson(`[${lines.join(",")}]`) as unknown[];
    return records.length === lines.length ? {records, broken: []} : undefined;
  } catch {
    return undefined; // the line that is broken is found when they are parsed one by one
  }
}

function parseOneByOne(lines: readonly string[], first: number): LineBlock {
  const records: unknown[] = [];
  const broken: BrokenLine[] = [];
  for (const [i, whole] of lines.entries()) {
    const line = whole.replace(/\r$/, "");
    if (line.trim() === "") continue;
    try {
      records.push(parseJson(line));
    } catch (error) {
      const column = error instanceof JsonError ? `, column ${error.column}` : "";
      broken.push({
        where: `line ${first + i}${column}`,
        text: line,
        what: `no JSON: ${toRefusal(error)}`
      });
    }
  }
  return {records, broken};
}
