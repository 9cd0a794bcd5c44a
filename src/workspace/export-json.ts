import type {QueryResult} from "../model/query-result.ts";
import {toJsonText} from "../model/value-text.ts";

/** An array of objects, one a line. */
export function* toJsonLines(result: QueryResult): Generator<string> {
  const names = result.columns.map((name) => `${JSON.stringify(name)}:`);
  const types = result.fields.map(({type}) => type);
  yield "[\n";
  for (let row = 0; row < result.numRows; ++row) {
    const fields = names.map(
      (name, column) => name + toJsonText(result.value(row, column), types[column]!)
    );
    yield `{${fields.join(",")}}${row < result.numRows - 1 ? "," : ""}\n`;
  }
  yield "]\n";
}
