import {QueryResult} from "../src/index.ts";

/** The column that says what happened to a row, and the end of a column's name that holds its former value. */
const CHANGE = "_change";
const BEFORE = " (before)";

export type RowChange = "added" | "removed" | "changed";

/**
 * The rows of one kind, or all. Of changed rows alone, columns in which none of them differs are left out; of the others
 * those that hold former values.
 */
export function filterComparison(rows: QueryResult, change: RowChange | "all"): QueryResult {
  const kinds = rows.column(CHANGE);
  const chosen = kinds.flatMap((kind, row) => (change === "all" || kind === change ? [row] : []));
  const columns = rows.columns.flatMap((name, index) =>
    isShown(rows, name, index, change, chosen) ? [index] : []
  );
  return new QueryResult({
    fields: columns.map((index) => rows.fields[index]!),
    readers: columns.map((index) => ({
      length: chosen.length,
      get: (row) => rows.value(chosen[row]!, index)
    }))
  });
}

function isShown(
  rows: QueryResult,
  name: string,
  index: number,
  change: RowChange | "all",
  chosen: readonly number[]
): boolean {
  if (name === CHANGE) return change === "all";
  if (change !== "changed") return change === "all" || !name.endsWith(BEFORE);
  const stem = name.endsWith(BEFORE) ? name.slice(0, -BEFORE.length) : name;
  const before = rows.columns.indexOf(`${stem}${BEFORE}`);
  const after = rows.columns.indexOf(stem);
  // a column without a former value is the key
  if (before < 0 || after < 0) return index === after;
  return chosen.some((row) => !isAlike(rows.value(row, before), rows.value(row, after)));
}

function isAlike(a: unknown, b: unknown): boolean {
  return a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;
}
