import type {QueryResult} from "../model/query-result.ts";
import {toValueText} from "../model/value-text.ts";

/** Lines of comma-separated values, header first. Null is nothing, empty text is `""`: DuckDB tells them apart again. */
export function* toCsvLines(result: QueryResult): Generator<string> {
  yield `${result.columns.map(quote).join(",")}\n`;
  const types = result.fields.map(({type}) => type);
  for (let row = 0; row < result.numRows; ++row) {
    let line = "";
    for (let column = 0; column < types.length; ++column) {
      const value = result.value(row, column);
      if (column > 0) line += ",";
      if (value !== null) line += quote(toValueText(value, types[column]!));
    }
    // a line of nothing would be no row to a reader
    yield line === "" ? '""\n' : `${line}\n`;
  }
}

function quote(text: string): string {
  return text === "" || /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
