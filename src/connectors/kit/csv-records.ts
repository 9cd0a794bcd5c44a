import Papa from "papaparse";
import {decodeText} from "../../lib/text-encoding.ts";
import type {FileSample} from "../../model/format.ts";
import type {ParseOptions} from "../../model/parse-options.ts";

/** Lines in which a header is looked for: what stands before it is a preamble. */
const MAX_PREAMBLE_ROWS = 40;

/** A row of delimited text, its fields as text. */
export interface CsvRow {
  /** The line that the row begins on, counted from 1: "line 7". */
  readonly where: string;
  readonly fields: readonly string[];
  /** The trimmed text under a column's name, whatever its case; "" where the row or the file lacks it. */
  text(column: string): string;
  /** Whether the header has that name, whatever its case. */
  has(column: string): boolean;
}

export interface CsvRecords {
  /** The names of the columns as the file writes them; empty where no row has all the names that were asked for. */
  readonly header: readonly string[];
  /** The rows below the header that are not empty. */
  readonly rows: readonly CsvRow[];
  /** The rows above the header. */
  readonly preamble: readonly (readonly string[])[];
  readonly encoding: string;
  readonly delimiter: string;
}

export interface CsvOptions {
  /** Names that the header must have, in any order and case, among others. */
  readonly header: readonly string[];
  /** What a person said of the file: its encoding, delimiter, quote. */
  readonly parse?: ParseOptions;
}

/** Delimited text as header and rows; finds encoding and delimiter where `parse` does not say them. */
export function readRecords(bytes: Uint8Array, {header, parse = {}}: CsvOptions): CsvRecords {
  const {text, encoding} = parse.encoding
    ? {text: new TextDecoder(parse.encoding).decode(bytes), encoding: parse.encoding}
    : decodeText(bytes);
  const delimiter = parse.delimiter ?? findDelimiter(text, header);
  const all = parseRows(text, delimiter, parse.quote);
  const at = findHeader(all, header);
  if (at < 0) return {header: [], rows: [], preamble: [], encoding, delimiter};
  const names = all[at]!.map((name) => name.trim());
  const places = new Map(names.map((name, i) => [name.toLowerCase(), i] as const).reverse());
  const rows: CsvRow[] = [];
  let line = 1;
  all.forEach((fields, i) => {
    if (i > at && fields.some((field) => field.trim() !== ""))
      rows.push(toRow(fields, line, places));
    line += fields.reduce((sum, field) => sum + countLineEnds(field), 1);
  });
  return {header: names, rows, preamble: all.slice(0, at), encoding, delimiter};
}

/** Whether a row near the beginning of a file has all these names, in any order and case; for `recognise`. */
export function hasHeader({text}: FileSample, names: readonly string[]): boolean {
  return text !== "" && findHeader(parseRows(text, findDelimiter(text, names)), names) >= 0;
}

/** The delimiter that cuts one of the first lines into fields with all these names; else the comma. */
function findDelimiter(text: string, names: readonly string[]): string {
  const head = text.split(/\r\n|\n|\r/, MAX_PREAMBLE_ROWS).join("\n");
  return [",", ";", "\t", "|"].find((one) => findHeader(parseRows(head, one), names) >= 0) ?? ",";
}

function parseRows(text: string, delimiter: string, quote?: string): string[][] {
  return Papa.parse<string[]>(text, {delimiter, ...(quote && {quoteChar: quote})}).data;
}

function findHeader(rows: readonly (readonly string[])[], names: readonly string[]): number {
  return rows.slice(0, MAX_PREAMBLE_ROWS).findIndex((row) => {
    const found = new Set(row.map((name) => name.trim().toLowerCase()));
    return names.every((name) => found.has(name.toLowerCase()));
  });
}

function toRow(
  fields: readonly string[],
  line: number,
  places: ReadonlyMap<string, number>
): CsvRow {
  return {
    where: `line ${line}`,
    fields,
    has: (column) => places.has(column.toLowerCase()),
    text: (column) => fields[places.get(column.toLowerCase()) ?? -1]?.trim() ?? ""
  };
}

function countLineEnds(text: string): number {
  return text.includes("\n") || text.includes("\r") ? text.split(/\r\n|\n|\r/).length - 1 : 0;
}
