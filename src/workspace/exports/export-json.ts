import type {QueryResult} from "../../model/query-result.ts";
import {toJsonText} from "../../model/value-text.ts";

/** An array of objects, one a line. */
export function* toJsonLines(result: QueryResult): Generator<string> {
  let row = 0;
  yield "[\n";
  for (const object of toObjects(result)) yield `${object}${++row < result.numRows ? "," : ""}\n`;
  yield "]\n";
}

/** Objects, one a line, without anything around them. */
export function* toNdjsonLines(result: QueryResult): Generator<string> {
  for (const object of toObjects(result)) yield `${object}\n`;
}

function* toObjects(result: QueryResult): Generator<string> {
  const names = result.columns.map((name) => `${JSON.stringify(name)}:`);
  const types = result.fields.map(({type}) => type);
  for (let row = 0; row < result.numRows; ++row) {
    const fields = names.map(
      (name, column) => name + toJsonText(result.value(row, column), types[column]!)
    );
    yield `{${fields.join(",")}}`;
  }
}
