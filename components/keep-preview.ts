import type {QueryResult} from "../src/index.ts";
import {findProblems, toFieldValue} from "../src/index.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import type {KeepColumn, KeepPlan} from "./keep-plan.ts";

/** Rows that are held against the type before they are kept. */
const CHECKED_ROWS = 200;
/** Rows in which an example of a column is looked for. */
const EXAMPLE_ROWS = 20;

/** A column's value in a row, as an entry would have it. */
export function toKeptValue(result: QueryResult, column: string, row: number): unknown {
  const index = result.columns.indexOf(column);
  return toFieldValue(result.value(row, index), result.kinds()[index]);
}

/** A value of a column, from the first rows that have one. */
export function findExample(result: QueryResult, column: string, rows: readonly number[]): unknown {
  for (const row of rows.slice(0, EXAMPLE_ROWS)) {
    const value = toKeptValue(result, column, row);
    if (value !== null && value !== "") return value;
  }
  return null;
}

/** The columns in the order of a preview: the title first. */
export function toPreviewed({type, columns, title}: KeepPlan, count: number): KeepColumn[] {
  const isTitle = ({column, field}: KeepColumn): boolean =>
    type ? field === type.titleField : column === title;
  const included = columns.filter(({isIncluded}) => isIncluded);
  return included.sort((a, b) => Number(isTitle(b)) - Number(isTitle(a))).slice(0, count);
}

/**
 * What of the rows does not fit the type that is there, with the number of the first such row; undefined where all fit.
 * They are kept all the same, and say so on their page.
 */
export function findMisfit(
  {type, columns}: KeepPlan,
  result: QueryResult,
  rows: readonly number[]
): string | undefined {
  if (!type) return undefined;
  const checked = rows.slice(0, CHECKED_ROWS);
  const included = columns.filter(({isIncluded}) => isIncluded);
  const found: string[] = [];
  for (const row of checked) {
    const fields = Object.fromEntries(
      included.map(({column, field}) => [field, toKeptValue(result, column, row)])
    );
    const [problem] = findProblems(type.schema, fields);
    if (problem) found.push(`row ${formatCount(row + 1)}: ${problem.join(" ")}`);
  }
  if (found.length === 0) return undefined;
  const of = checked.length < rows.length ? ` of the first ${formatCount(checked.length)}` : "";
  const verb = found.length === 1 ? "does" : "do";
  return `${formatCounted(found.length, "row")}${of} ${verb} not fit the type (${found[0]}). They are kept as they are.`;
}
