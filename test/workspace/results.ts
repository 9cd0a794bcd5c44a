import type {Value} from "../../src/model/column.ts";
import {QueryResult, toColumnReader} from "../../src/model/query-result.ts";

/** A result of columns given as `{"name TYPE": values}`. */
export function toResult(
  columns: Readonly<Record<string, readonly Value[]>>,
  provenance?: {table: string; rowids: readonly number[]}
): QueryResult {
  const entries = Object.entries(columns);
  return new QueryResult({
    fields: entries.map(([heading]) => {
      const at = heading.search(/ (?=[A-Z]{4})/);
      return {name: heading.slice(0, at), type: heading.slice(at + 1)};
    }),
    readers: entries.map(([, values]) => toColumnReader(values)),
    ...(provenance && {
      provenance: {table: provenance.table, rowids: toColumnReader(provenance.rowids)}
    })
  });
}
