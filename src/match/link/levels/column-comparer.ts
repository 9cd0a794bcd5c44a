import type {LinkColumn} from "../link-tables.ts";
import type {Comparer, Level} from "./comparer.ts";
import {toShares} from "./shares.ts";

export interface ColumnComparison {
  /** From the best to the worst, the missing one last. */
  readonly levels: readonly Level[];
  /** What is compared; the column's name if left out. */
  readonly name?: string;
  /** The level of two values that are there, by their places among the distinct ones, and of the records that have them. */
  readonly compare: (x: number, y: number, a: number, b: number) => number;
  /** The distinct values as they are compared, where those of one form are at the best level, and rare ones tell more. */
  readonly forms?: readonly unknown[];
}

/** Compares records by the values of one column: where one lacks its value, that is the last level. */
export function createColumnComparer(
  column: LinkColumn,
  {levels, name = column.name, compare, forms}: ColumnComparison
): Comparer {
  const {ids} = column;
  const missing = levels.length - 1;
  const shares = forms && toShares(column, forms);
  return {
    name,
    column: column.name,
    isOwn: column.kind !== "place" && column.kind !== "category",
    levels,
    compare(a, b) {
      const [x, y] = [ids[a]!, ids[b]!];
      return x === -1 || y === -1 ? missing : compare(x, y, a, b);
    },
    ...(shares && {
      share: (a: number, _: number, level: number) =>
        level === 0 ? shares.of(ids[a]!) : undefined,
      meanShare: shares.mean
    })
  };
}
