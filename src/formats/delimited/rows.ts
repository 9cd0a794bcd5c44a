import Papa from "papaparse";
import type {Dialect} from "../../model/delimited.ts";

/** A record of a delimited text, and where it stands there. */
export interface Row {
  readonly fields: readonly string[];
  /** Where it begins in the text, and where the next one does. */
  readonly start: number;
  readonly end: number;
  /** The number of its first line, counted from 1. */
  readonly line: number;
  /** Whether a quote stands where none may. */
  readonly isBroken: boolean;
}

interface ParsedStep {
  readonly data: readonly string[][];
  readonly errors: readonly {readonly type: string}[];
  readonly meta: {readonly cursor: number};
}

/** A place in a text. */
export interface Place {
  readonly offset: number;
  readonly line: number;
}

const BEGINNING: Place = {offset: 0, line: 1};

/** The records of a text, blank ones too, read by papaparse; a line that a comment begins is none. */
export function parseRows(text: string, dialect: Dialect, from: Place = BEGINNING): Row[] {
  const {delimiter, quote, escape, comment} = dialect;
  const newline = toNewline(text);
  const rows: Row[] = [];
  let start = 0;
  let line = from.line;
  const parser = new Papa.Parser({
    delimiter,
    newline,
    quoteChar: quote === "" ? '"' : quote,
    escapeChar: escape === "" ? quote : escape,
    ...(quote === "" || !text.includes(quote) ? {fastMode: true} : {fastMode: false}),
    step: ({data, errors, meta}: ParsedStep) => {
      const fields = data[0]!;
      const end = meta.cursor;
      if (newline === "\n") trimReturn(fields);
      if (comment === "" || !text.startsWith(comment, start))
        rows.push({
          fields,
          start: start + from.offset,
          end: end + from.offset,
          line,
          isBroken: errors.length > 0
        });
      line += countLineEnds(text, start, end, newline);
      start = end;
    }
  });
  parser.parse(text, 0, false);
  // the end of the last line begins no row
  const last = rows.at(-1);
  if (last && last.start === last.end && last.fields.length === 1) rows.pop();
  return rows;
}

/** What ends a line: "\n" also where a "\r" stands before it. */
export function toNewline(text: string): "\n" | "\r" {
  return text.includes("\n") ? "\n" : text.includes("\r") ? "\r" : "\n";
}

function trimReturn(fields: string[]): void {
  const last = fields.length - 1;
  const field = fields[last]!;
  if (field.endsWith("\r")) fields[last] = field.slice(0, -1);
}

function countLineEnds(text: string, start: number, end: number, newline: string): number {
  let count = 0;
  for (let i = text.indexOf(newline, start); i >= 0 && i < end; i = text.indexOf(newline, i + 1))
    ++count;
  return count;
}

/** A record as it is written, without its line end. */
export function toLine({start, end}: Pick<Row, "start" | "end">, text: string): string {
  return text.slice(start, end).replace(/\r?\n$|\r$/, "");
}

/** True where no field has anything but blanks. */
export function isBlank({fields}: Pick<Row, "fields">): boolean {
  return fields.every((field) => field.trim() === "");
}

/** How many fields have something in them. */
export function countFilled({fields}: Pick<Row, "fields">): number {
  let count = 0;
  for (const field of fields) if (field !== "" && field.trim() !== "") ++count;
  return count;
}
