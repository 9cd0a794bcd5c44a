import type {Step} from "../../model/recipe.ts";
import type {Rows, StepQuery} from "../rows.ts";
import {findColumns, numberRows, toHiddenName, toItem, toPlace, toQuery} from "../rows.ts";

export function keepDistinct(
  rows: Rows,
  {columns, keep}: Extract<Step, {kind: "distinct"}>
): StepQuery {
  const number = toHiddenName("number", rows);
  const alike = columns.length === 0 ? rows.columns : [...findColumns(rows, columns)];
  const group = alike.map(({name}) => toPlace(name)).join(", ");
  const order = `${toPlace(number)}${keep === "last" ? " DESC" : ""}`;
  return toQuery(
    numberRows(rows, number),
    rows.columns.map(toItem),
    ` QUALIFY row_number() OVER (PARTITION BY ${group} ORDER BY ${order}) = 1 ORDER BY ${toPlace(number)}`
  );
}
