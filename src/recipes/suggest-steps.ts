import type {StepSuggestion} from "../model/cleaning.ts";
import type {Column} from "../model/column.ts";
import type {Row} from "../model/query-result.ts";
import type {Step} from "../model/recipe.ts";
import {RETYPINGS} from "./column-facts.ts";
import type {Rows} from "./rows.ts";

const MIN_FIT = 0.98;
/** A leading column is filled down where it is empty in that share of rows, while the others are not. */
const MIN_SPARSE = 0.3;
const MAX_SPARSE_OTHERS = 0.1;

/** Steps that rows would do well with, by the row that `toFactsSql` gives, in an order in which they can be applied. */
export function suggestSteps({columns}: Pick<Rows, "columns">, facts: Row): StepSuggestion[] {
  const number = (name: string): number => Number(facts[name] ?? 0);
  if (number("n") === 0) return [];
  const isEmpty = columns.map((_, i) => number(`all${i}`) === 0);
  const texts = columns.flatMap((column, i) =>
    column.type === "VARCHAR" && !isEmpty[i] ? [{column, i, filled: number(`filled${i}`)}] : []
  );
  const empty = columns.filter((_, i) => isEmpty[i]).map(({name}) => name);
  const spaced = texts.filter(({i}) => number(`spaced${i}`) > 0);
  const spaces = spaced.reduce((sum, {i}) => sum + number(`spaced${i}`), 0);
  const sparse = findSparse(columns, facts).filter((i) => !isEmpty[i]);
  return [
    ...(empty.length > 0 && empty.length < columns.length
      ? [
          suggest(
            {kind: "drop", columns: empty},
            `${count(empty.length, "column")} without a value`
          )
        ]
      : []),
    ...(spaced.length > 0
      ? [
          suggest(
            {kind: "trim", columns: spaced.map(({column}) => column.name)},
            `white space around ${count(spaces, "value")}`
          )
        ]
      : []),
    ...(sparse.length > 0
      ? [
          suggest(
            {kind: "fill", columns: sparse.map((i) => columns[i]!.name), with: "previous"},
            "given once for several rows, as it seems"
          )
        ]
      : []),
    ...texts.flatMap(({column, i, filled}) => {
      const words = (facts[`words${i}`] ?? []) as readonly string[];
      const said = filled - number(`nulls${i}`);
      const typed = suggestType(column, i, said, number);
      return typed.length > 0 && words.length > 0 ? [suggestNulls(column, words), ...typed] : typed;
    })
  ];
}

function suggestNulls({name}: Column, words: readonly string[]): StepSuggestion {
  const sorted = [...words].sort();
  const values = Object.fromEntries(sorted.map((word) => [word, null]));
  const list = sorted.map((word) => JSON.stringify(word)).join(", ");
  return suggest({kind: "map", column: name, values}, `${list}: no value, as it seems`);
}

function suggestType(
  {name}: Column,
  i: number,
  filled: number,
  number: (name: string) => number
): StepSuggestion[] {
  if (filled === 0) return [];
  const fits = RETYPINGS.map((_, j) => number(`fits${i}_${j}`));
  const most = Math.max(...fits);
  if (most < MIN_FIT * filled) return [];
  const best = RETYPINGS.filter((_, j) => fits[j] === most);
  const [retyping] = best;
  // days that may as well be months are nobody's to guess
  const isUnsure = best.filter(({format}) => format?.includes("/")).length > 1;
  // what begins with a zero is a code, not a number
  const isCode = number(`codes${i}`) > 0 && retyping!.format === undefined;
  if (!retyping || isUnsure || isCode) return [];
  const what = `${most} of ${filled} values looked at fit`;
  return [suggest({kind: "retype", column: name, ...retyping}, what)];
}

/** Leading columns that are empty in many rows in which the others are not. */
function findSparse(columns: readonly Column[], facts: Row): number[] {
  const rows = Number(facts["sampled"]);
  const missing = columns.map((_, i) => 1 - Number(facts[`filled${i}`]) / rows);
  const dense = missing.findIndex((share) => share <= MAX_SPARSE_OTHERS);
  return missing
    .slice(0, Math.max(0, dense))
    .flatMap((share, i) => (share >= MIN_SPARSE && facts[`begins${i}`] === true ? [i] : []));
}

function suggest(step: Step, reason: string): StepSuggestion {
  return {step, reason};
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
