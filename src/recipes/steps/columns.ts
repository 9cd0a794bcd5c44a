import {InputError} from "../../lib/errors.ts";
import type {Step} from "../../model/recipe.ts";
import type {Rows, StepQuery} from "../rows.ts";
import {findColumn, findColumns, replaceColumns, toItem, toPlace, toQuery} from "../rows.ts";

export function renameColumns(rows: Rows, {columns}: Extract<Step, {kind: "rename"}>): StepQuery {
  const names = new Map(
    Object.entries(columns).map(([from, to]) => [findColumn(rows, from), to] as const)
  );
  if (names.size < Object.keys(columns).length)
    throw new InputError("a column is renamed twice: its name stands in two cases");
  return replaceColumns(rows, (column) => {
    const name = names.get(column);
    return name === undefined ? undefined : [{name, sql: toPlace(column.name)}];
  });
}

export function selectColumns(rows: Rows, {columns}: Extract<Step, {kind: "select"}>): StepQuery {
  return toQuery(rows, [...findColumns(rows, columns)].map(toItem));
}

export function dropColumns(rows: Rows, {columns}: Extract<Step, {kind: "drop"}>): StepQuery {
  const dropped = findColumns(rows, columns);
  return replaceColumns(rows, (column) => (dropped.has(column) ? [] : undefined));
}
