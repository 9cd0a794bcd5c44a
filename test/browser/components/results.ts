import type {Value} from "../../../src/index.ts";
import {QueryResult, toColumnReader} from "../../../src/index.ts";

/** A result of named, typed columns: `{"name TYPE": values}`. */
export function toResult(columns: Readonly<Record<string, readonly Value[]>>): QueryResult {
  const fields = Object.keys(columns).map((key) => {
    const [name, ...type] = key.split(" ");
    return {name: name!, type: type.join(" ") || "VARCHAR"};
  });
  return new QueryResult({fields, readers: Object.values(columns).map(toColumnReader)});
}

/** A result whose values are made when they are asked for. */
export function toGenerated(
  numRows: number,
  columns: Readonly<Record<string, (row: number) => Value>>
): QueryResult {
  const fields = Object.keys(columns).map((key) => {
    const [name, ...type] = key.split(" ");
    return {name: name!, type: type.join(" ") || "VARCHAR"};
  });
  const readers = Object.values(columns).map((get) => ({length: numRows, get}));
  return new QueryResult({fields, readers});
}
