import {quoteIdentifier} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";

/**
 * SQL for what tells a row from others, never null: its key; of a row that lacks a part of it, all of its values. Without
 * a key all of its values, and which of several such rows it is, by `" row"`.
 */
export function toKeySql(key: readonly string[], columns: readonly Column[]): string {
  const all = columns.map(({name}) => quoteIdentifier(name)).join(", ");
  if (key.length === 0)
    return `row(${all}, row_number() OVER (PARTITION BY ${all} ORDER BY " row"))`;
  const names = key.map(quoteIdentifier);
  const isPartial = names.map((name) => `${name} IS NULL`).join(" OR ");
  return `row(${names.join(", ")}, CASE WHEN ${isPartial} THEN row(${all}) END)`;
}
