import {InputError} from "../../lib/errors.ts";
import {quoteIdentifier, quoteText} from "../../lib/sql.ts";
import type {Column} from "../../model/column.ts";
import type {Step} from "../../model/recipe.ts";
import {fitsType} from "../fits-type.ts";
import type {Rows, StepQuery} from "../rows.ts";
import {findColumns, numberRows, replaceColumns, toHiddenName, toPlace} from "../rows.ts";
import {toBlankSql} from "./text.ts";

export function fillColumns(
  rows: Rows,
  {columns, with: filling}: Extract<Step, {kind: "fill"}>
): StepQuery {
  const filled = findColumns(rows, columns);
  if (filling !== "previous") {
    return replaceColumns(rows, (column) =>
      filled.has(column)
        ? [
            {
              name: column.name,
              sql: `coalesce(${toPresent(column)}, ${toFilling(column, filling)})`
            }
          ]
        : undefined
    );
  }
  // the value of the greatest row number so far that has one: a running aggregate, which keeps the rows' order
  const number = toHiddenName("number", rows);
  const numbered = numberRows(rows, number);
  return replaceColumns(numbered, (column) =>
    filled.has(column)
      ? [
          {
            name: column.name,
            sql: `arg_max(${toPresent(column)}, ${toPlace(number)}) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`
          }
        ]
      : undefined
  );
}

function toPresent({name, type}: Column): string {
  const place = toPlace(name);
  return type === "VARCHAR" ? `CASE WHEN NOT ${toBlankSql(place)} THEN ${place} END` : place;
}

function toFilling({name, type}: Column, {value}: {readonly value: string}): string {
  if (type === "VARCHAR") return quoteText(value);
  if (!fitsType(value, type))
    throw new InputError(
      `value that is no ${type}, as the column ${quoteIdentifier(name)} is: ${value}`
    );
  return `CAST(${quoteText(value)} AS ${type})`;
}
