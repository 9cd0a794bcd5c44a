import {groupBy} from "../lib/group-by.ts";
import type {DataTable} from "../model/table.ts";

/** Tables with the names and columns that they share put one below the other. */
export function concatTables(tables: readonly DataTable[]): DataTable[] {
  const groups = groupBy(tables, ({name, columns}) =>
    JSON.stringify([name, columns.map((column) => [column.name, column.type])])
  );
  return [...groups.values()].map((group) => {
    const [first, ...others] = group;
    if (others.length === 0) return first!;
    return {
      ...first!,
      columns: first!.columns.map((column, i) => ({
        ...column,
        values: group.flatMap(({columns}) => columns[i]!.values)
      }))
    };
  });
}
