import {InputError} from "../../lib/errors.ts";
import type {MatchKind, MatchPlan, MatchTable} from "./match-table.ts";

/** A column of all records, those of the second table after those of the first, each distinct value once. */
export interface LinkColumn {
  readonly name: string;
  readonly kind: MatchKind;
  /** Distinct values, trimmed; none is empty. */
  readonly texts: readonly string[];
  /** The value of each record as its place in `texts`; -1 where there is none. */
  readonly ids: Int32Array;
  /** How many records have each value. */
  readonly counts: Int32Array;
  /** Records that have a value. */
  readonly filled: number;
}

/** The records that are compared, as positions: those of the second table after those of the first. */
export interface LinkTables {
  readonly size: number;
  /** Records of the first table; all of them where there is no second. */
  readonly firstSize: number;
  readonly isLink: boolean;
  readonly columns: readonly LinkColumn[];
}

/** Columns that the plan names; throws `InputError` where a table has none of that name. */
export function toLinkTables(
  first: MatchTable,
  second: MatchTable | undefined,
  plan: MatchPlan
): LinkTables {
  const firstSize = first.keys.length;
  const size = firstSize + (second?.keys.length ?? 0);
  const columns = plan.columns.map(({name, kind}) => {
    const values = findValues(first, name);
    return toColumn(name, kind, second ? [...values, ...findValues(second, name)] : values);
  });
  return {size, firstSize, isLink: second !== undefined, columns};
}

function findValues({columns}: MatchTable, name: string): readonly string[] {
  const column = columns.find((one) => one.name === name);
  if (column) return column.values;
  const names = columns.map((one) => one.name).join(", ");
  throw new InputError(`column not found: ${name} (there are: ${names})`);
}

function toColumn(name: string, kind: MatchKind, values: readonly string[]): LinkColumn {
  const idOf = new Map<string, number>();
  const texts: string[] = [];
  const counts: number[] = [];
  let filled = 0;
  const ids = Int32Array.from(values, (value) => {
    const text = value.trim();
    if (text === "") return -1;
    ++filled;
    let id = idOf.get(text);
    if (id === undefined) {
      idOf.set(text, (id = texts.length));
      texts.push(text);
      counts.push(0);
    }
    ++counts[id]!;
    return id;
  });
  return {name, kind, texts, ids, counts: Int32Array.from(counts), filled};
}

/** How many pairs there are to compare in all. */
export function countPairs({size, firstSize, isLink}: LinkTables): number {
  return isLink ? firstSize * (size - firstSize) : (size * (size - 1)) / 2;
}
