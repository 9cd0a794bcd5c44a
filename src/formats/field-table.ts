import type {Value} from "../model/column.ts";
import type {DataTable, DataType} from "../model/table.ts";

/** A column of a table of things: its name, its type, and its value of one thing (nothing: null). */
export type Field<T> = readonly [name: string, type: DataType, get: (item: T) => Value | undefined];

/** A table with a row for each item; the same columns whatever the items hold, so that all files' tables go together. */
export function toFieldTable<T>(
  name: string,
  items: readonly T[],
  fields: readonly Field<T>[],
  key?: readonly string[]
): DataTable {
  const columns = fields.map(([name, type, get]) => ({
    name,
    type,
    values: items.map((item) => get(item) ?? null)
  }));
  return {name, columns, ...(key && {key})};
}
