import type {Entry} from "../../model/entry.ts";
import {QueryResult, toColumnReader} from "../../model/query-result.ts";
import {toSqlType} from "../../model/table.ts";
import type {TypeColumn} from "../mirror/type-columns.ts";

/** Entries as a query over their relation would give them, without the engine: what only SQL knows is null. */
export function toViewResult(
  entries: readonly Entry[],
  columns: readonly TypeColumn[]
): QueryResult {
  return new QueryResult({
    fields: columns.map(({name, type}) => ({name, type: toSqlType(type)})),
    readers: columns.map(({get}) => toColumnReader(entries.map(get)))
  });
}
