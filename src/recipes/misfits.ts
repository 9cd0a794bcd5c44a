import {quoteText} from "../lib/sql.ts";
import type {Step} from "../model/recipe.ts";
import type {Rows} from "./rows.ts";
import {findColumn, numberRows, toHiddenName, toPlace, toTextSql} from "./rows.ts";
import {toMisfits} from "./steps/retype.ts";

/**
 * A query for the rows that a step refuses: `row` (the number of the source's row where `rows` carries one, else its
 * place among `rows`, from 1), `value`, `what` (why, and what to do) and `text` (all values of the row, with tabs
 * between). Null for steps that refuse none.
 */
export function toMisfitsSql(step: Step, rows: Rows): string | null {
  if (step.kind !== "retype") return null;
  const number = rows.row ?? toHiddenName("number", rows);
  const numbered = rows.row === undefined ? numberRows(rows, number) : rows;
  const {relation, value, where} = toMisfits(numbered, step);
  const {name} = findColumn(rows, step.column);
  const kind = step.format === undefined ? step.type : `${step.type} written as ${step.format}`;
  const what = `no ${kind} in the column ${name}: map or replace the value first, or choose another type`;
  const texts = rows.columns.map((column) => `coalesce(${toTextSql(column)}, '')`);
  return `SELECT ${toPlace(number)} AS "row", ${value} AS "value", ${quoteText(what)} AS what, concat_ws(chr(9), ${texts.join(", ")}) AS "text" FROM ${relation} AS _rows WHERE ${where}`;
}
