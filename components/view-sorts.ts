import type {ViewSort} from "../src/index.ts";

/**
 * The orders after a click on a column's head: ascending, then descending, then as they were. With `isAdded` the others
 * stay, and the column comes behind them.
 */
export function toNextSorts(
  sorts: readonly ViewSort[],
  column: string,
  isAdded: boolean
): readonly ViewSort[] {
  const at = sorts.findIndex((sort) => sort.column === column);
  const former = sorts[at];
  const next = !former
    ? [{column, descending: false}]
    : former.descending
      ? []
      : [{column, descending: true}];
  if (!isAdded) return next;
  return at < 0 ? [...sorts, ...next] : sorts.toSpliced(at, 1, ...next);
}
