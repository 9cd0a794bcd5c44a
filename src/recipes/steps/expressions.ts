import type {Step} from "../../model/recipe.ts";
import {toExpression} from "../expression.ts";
import type {Item, Rows, StepQuery} from "../rows.ts";
import {numberRows, toHiddenName, toItem, toPlace, toQuery} from "../rows.ts";

export function deriveColumn(
  rows: Rows,
  {column, expression}: Extract<Step, {kind: "derive"}>
): StepQuery {
  const {sql, hasWindow} = toExpression(expression);
  const item: Item = {name: column, sql};
  const isOld = (name: string): boolean => name.toLowerCase() === column.toLowerCase();
  const items = rows.columns.some(({name}) => isOld(name))
    ? rows.columns.map((other) => (isOld(other.name) ? item : toItem(other)))
    : [...rows.columns.map(toItem), item];
  if (hasWindow) {
    const number = toHiddenName("number", rows, [expression]);
    return toQuery(numberRows(rows, number), items, ` ORDER BY ${toPlace(number)}`);
  }
  if (items.length > 1) return toQuery(rows, items);
  // with a column of the rows beside it, an expression that sums them all up is refused and not taken for one row
  const witness = {name: toHiddenName("witness", rows), sql: toItem(rows.columns[0]!).sql};
  const {sql: inner} = toQuery(rows, [item, witness]);
  return toQuery({...rows, relation: `(${inner})`}, [toItem({name: column, type: ""})]);
}

export function filterRows(rows: Rows, {expression}: Extract<Step, {kind: "filter"}>): StepQuery {
  return toQuery(rows, rows.columns.map(toItem), ` WHERE ${toExpression(expression).sql}`);
}
