import type {MatchPlan} from "./match-table.ts";
import type {RawTable} from "./plan/column-facts.ts";
import {toColumnFacts} from "./plan/column-facts.ts";
import {findRepeated} from "./plan/find-repeated.ts";
import type {PlannedColumn} from "./plan/guess-blocking.ts";
import {guessBlocking} from "./plan/guess-blocking.ts";
import {guessKind, isNaming} from "./plan/guess-kind.ts";

/**
 * Which columns are compared and as what, and how records are brought together; of two tables, the columns that both
 * have. A `kind` that a column has already is not asked for: the guess is made anew. What only repeats other columns is
 * left out. Records that nothing names are measurements, alike by nature: one is there twice only where all of it is the same.
 */
export function guessPlan(first: RawTable, second?: RawTable): MatchPlan {
  const records = (first.columns[0]?.values.length ?? 0) + (second?.columns[0]?.values.length ?? 0);
  const all = first.columns.flatMap(({name, values}): PlannedColumn[] => {
    const other = second?.columns.find((column) => column.name === name);
    if (second && !other) return [];
    const facts = toColumnFacts(name, other ? [values, other.values] : [values]);
    const kind = guessKind(facts, records);
    return kind === undefined ? [] : [{...facts, kind}];
  });
  const repeated = findRepeated(all, toOneTable(first, second));
  const columns = all.filter(({name}) => !repeated.has(name));
  const kinds = columns.map(({name, kind}) => ({name, kind}));
  if (columns.length > 0 && !columns.some(isNaming))
    return {columns: kinds, blocking: [{by: "exact", columns: kinds.map(({name}) => name)}]};
  const blocking = guessBlocking(columns, records);
  return {
    columns: kinds,
    blocking: first.vectors ? [...blocking, {by: "meaning", columns: []}] : blocking
  };
}

/** The columns that both have, the second's values below the first's. */
function toOneTable(first: RawTable, second: RawTable | undefined): RawTable["columns"] {
  if (!second) return first.columns;
  return first.columns.flatMap(({name, values}) => {
    const other = second.columns.find((column) => column.name === name);
    return other ? [{name, values: [...values, ...other.values]}] : [];
  });
}
