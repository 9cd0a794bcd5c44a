import {InputError} from "../lib/errors.ts";
import {quoteIdentifier} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";

/** Rows that SQL can read, in their order. */
export interface Rows {
  /** What stands after FROM: a table's path, or a query in parentheses. */
  readonly relation: string;
  readonly columns: readonly Column[];
  /**
   * A column of `relation` beside `columns`: the number of the row that a row was made of. Steps carry it along as the
   * last column; they do not order by it.
   */
  readonly row?: string | undefined;
}

/** A query that a step makes of rows. It gives them in their order. */
export interface StepQuery {
  readonly sql: string;
  /** The columns that it gives, without the row's number. */
  readonly names: readonly string[];
  /** A query that the engine does not describe where a constant of the step is wrong, which it would find too late. */
  readonly check?: string;
}

/** A column that a query gives: its name, and what it is. */
export interface Item {
  readonly name: string;
  readonly sql: string;
}

/** What rows are called in a query over them, so that a column is never taken for the alias of another. */
const ALIAS = "_rows";

/** The column by that name, in whatever case. Throws `InputError` that lists what there is. */
export function findColumn({columns}: Rows, name: string): Column {
  const column =
    columns.find((column) => column.name === name) ??
    columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
  if (column) return column;
  const names = columns.map(({name}) => name).join(", ");
  throw new InputError(`column not there: ${name} (there are: ${names})`);
}

export function findColumns(rows: Rows, names: readonly string[]): Set<Column> {
  return new Set(names.map((name) => findColumn(rows, name)));
}

/** A column of the rows in SQL. */
export function toPlace(name: string): string {
  return `${ALIAS}.${quoteIdentifier(name)}`;
}

/** A column as it is. */
export function toItem({name}: Column): Item {
  return {name, sql: toPlace(name)};
}

/** A column's value as text. */
export function toTextSql({name, type}: Column): string {
  return type === "VARCHAR" ? toPlace(name) : `CAST(${toPlace(name)} AS VARCHAR)`;
}

/** A query of items over rows, with what follows FROM. Throws `InputError` where two items have one name. */
export function toQuery(rows: Rows, items: readonly Item[], tail = ""): StepQuery {
  const names = items.map(({name}) => name);
  const folded = names.map((name) => name.toLowerCase());
  const twice = names.find((_, i) => folded.indexOf(folded[i]!) < i);
  if (twice !== undefined) throw new InputError(`two columns of one name: ${twice}`);
  if (items.length === 0) throw new InputError("no column is left");
  const list = items.map(({name, sql}) => `${sql} AS ${quoteIdentifier(name)}`);
  if (rows.row !== undefined) list.push(toPlace(rows.row));
  return {sql: `SELECT ${list.join(", ")} FROM ${rows.relation} AS ${ALIAS}${tail}`, names};
}

/** A query that puts other values in the place of some columns; what `replace` gives nothing for stays. */
export function replaceColumns(
  rows: Rows,
  replace: (column: Column) => readonly Item[] | undefined,
  tail = ""
): StepQuery {
  const items = rows.columns.flatMap((column) => replace(column) ?? [toItem(column)]);
  return toQuery(rows, items, tail);
}

/** A name that neither the rows nor anything in `texts` has. */
export function toHiddenName(
  base: string,
  {columns, row}: Rows,
  texts: readonly string[] = []
): string {
  const all = [...columns.map(({name}) => name), row ?? "", ...texts].join("\n").toLowerCase();
  let name = `_${base}`;
  while (all.includes(name)) name = `_${name}`;
  return name;
}

/** The rows with a column of numbers from 1, in their order, that is called `name`. */
export function numberRows({relation, columns, row}: Rows, name: string): Rows {
  const sql = `(SELECT *, row_number() OVER () AS ${quoteIdentifier(name)} FROM ${relation})`;
  return {relation: sql, columns, row};
}
