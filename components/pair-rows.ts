import type {DuplicatePair, DuplicateSearch} from "../src/index.ts";

/** A column of two records, as it is shown. */
export interface PairRow {
  readonly name: string;
  readonly label: string;
  readonly a: string;
  readonly b: string;
}

/** The columns of which one of two records has a value; those that only the second source has come last. */
export function toPairRows(search: DuplicateSearch, {a, b}: DuplicatePair): PairRow[] {
  const {sides, job} = search;
  const mine = search.values(a);
  const theirs = new Map(search.values(b).map((column) => [column.name, column]));
  const other = new Map(
    sides.second ? job.plan.pairs.map(({first, second}) => [first, second]) : []
  );
  const toOther = (name: string): string => (sides.second ? (other.get(name) ?? "") : name);
  const rows = mine.map(({name, label, value}) => ({
    name,
    label,
    a: value,
    b: theirs.get(toOther(name))?.value ?? ""
  }));
  const shown = new Set(mine.map(({name}) => toOther(name)));
  const rest = [...theirs.values()]
    .filter(({name}) => !shown.has(name))
    .map(({name, label, value}) => ({name: `${name} (second)`, label, a: "", b: value}));
  return [...rows, ...rest].filter((row) => row.a !== "" || row.b !== "");
}
