/** How the entries of a type are shown. A view is kept, travels in an address, and is SQL (`toViewSql`). */
export interface View {
  readonly id: string;
  readonly name: string;
  /** The entry type; entries of types that extend it are in it too. */
  readonly type: string;
  readonly layout: ViewLayout;
  /** Columns of the type's relation, in order; null for all of them. */
  readonly columns: readonly string[] | null;
  readonly sort: readonly ViewSort[];
  readonly filters: readonly ViewFilter[];
  /** Words that titles and texts are searched for; "" for none. */
  readonly text: string;
  /** The column whose values are groups, of a board its lanes. */
  readonly group: string | null;
  /** Numbers under the columns. */
  readonly totals: Readonly<Record<string, Total>>;
  /** Of a calendar: the column with the day. */
  readonly date: string | null;
  /** Of cards and a gallery: the column with the picture. */
  readonly image: string | null;
}

export const VIEW_LAYOUTS = ["table", "cards", "board", "calendar", "gallery"] as const;
export type ViewLayout = (typeof VIEW_LAYOUTS)[number];

export interface ViewSort {
  readonly column: string;
  readonly descending: boolean;
}

export const FILTER_OPS = [
  "is",
  "is not",
  "contains",
  "starts with",
  "at least",
  "at most",
  "is one of",
  "is empty",
  "is not empty"
] as const;
export type FilterOp = (typeof FILTER_OPS)[number];

export interface ViewFilter {
  readonly column: string;
  readonly op: FilterOp;
  /** What JSON can hold; of "is one of" a list; none of "is empty" and "is not empty". */
  readonly value?: unknown;
}

export const TOTALS = [
  "count",
  "distinct",
  "empty",
  "sum",
  "mean",
  "median",
  "min",
  "max"
] as const;
export type Total = (typeof TOTALS)[number];
