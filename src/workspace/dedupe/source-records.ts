import type {QueryResult} from "../../model/query-result.ts";
import type {MatchKind, MatchTable} from "../../match/link/match-table.ts";

/** A column of records as text, one a record; "" where there is none. */
export interface SourceColumn {
  readonly name: string;
  /** As people read it. */
  readonly label: string;
  readonly values: readonly string[];
}

/** All records of a source, as they are compared. */
export interface SourceRecords {
  /** As text, see `toSourceText`. */
  readonly source: string;
  /** An entry's id, or a row's address, by record. */
  readonly ends: readonly string[];
  readonly columns: readonly SourceColumn[];
  /** Of a table: the rows with their own types, in the same order. */
  readonly result?: QueryResult;
}

/** A column of the first source and the one of the second that it is compared with; the same one within one source. */
export interface ColumnPair {
  readonly first: string;
  readonly second: string;
}

/** Records as the matcher takes them, in the given order: columns by the names of the first source. */
export function toMatchTable(
  {ends, columns}: SourceRecords,
  side: keyof ColumnPair,
  pairs: readonly ColumnPair[],
  {
    kinds = new Map(),
    order
  }: {readonly kinds?: ReadonlyMap<string, MatchKind>; readonly order?: readonly number[]} = {}
): MatchTable {
  const byName = new Map(columns.map((column) => [column.name, column.values]));
  const sort = (values: readonly string[]): readonly string[] =>
    order ? order.map((i) => values[i]!) : values;
  return {
    keys: sort(ends),
    columns: pairs.map((pair) => ({
      name: pair.first,
      kind: kinds.get(pair.first) ?? "text",
      values: sort(byName.get(pair[side]) ?? ends.map(() => ""))
    }))
  };
}
