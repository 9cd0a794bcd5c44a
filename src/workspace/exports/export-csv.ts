import type {QueryResult} from "../../model/query-result.ts";
import {toValueText} from "../../model/value-text.ts";

/** What a spreadsheet takes for the start of a formula (OWASP, "CSV Injection"), wide forms among it. */
const FORMULA_START = /^[=+\-@\t\r\n\0＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

export interface CsvOptions {
  /**
   * Writes texts that a spreadsheet would compute as they are. Otherwise they get an apostrophe before them, so that a
   * cell that somebody else wrote runs nothing when the file is opened; plain numbers such as -5 stay. The apostrophe
   * is then part of the text for whoever reads the file as data: to get every text back, keep formulas, or export
   * Parquet or JSON.
   */
  readonly keepFormulas?: boolean | undefined;
}

/**
 * Lines of comma-separated values, header first. Null is nothing, empty text is `""`: DuckDB tells them apart
 * where it is told `allow_quoted_nulls = false`.
 * Texts that begin like a formula are made harmless unless `keepFormulas` is set.
 */
export function* toCsvLines(
  result: QueryResult,
  {keepFormulas = false}: CsvOptions = {}
): Generator<string> {
  const toSafe = keepFormulas ? (text: string): string => text : disarm;
  yield `${result.columns.map((name) => quote(toSafe(name))).join(",")}\n`;
  const types = result.fields.map(({type}) => type);
  for (let row = 0; row < result.numRows; ++row) {
    let line = "";
    for (let column = 0; column < types.length; ++column) {
      const value = result.value(row, column);
      if (column > 0) line += ",";
      if (typeof value === "string") line += quote(toSafe(value));
      else if (value !== null) line += quote(toValueText(value, types[column]!));
    }
    // a line of nothing would be no row to a reader
    yield line === "" ? '""\n' : `${line}\n`;
  }
}

function disarm(text: string): string {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return text === "" || /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
