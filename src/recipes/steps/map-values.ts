import {quoteIdentifier, quoteText} from "../../lib/sql.ts";
import type {Column} from "../../model/column.ts";
import type {Rows, StepQuery} from "../rows.ts";
import {findColumn, numberRows, replaceColumns, toHiddenName, toPlace, toTextSql} from "../rows.ts";
import {fitsType} from "../fits-type.ts";

/** From here on a look-up by join costs less than asking for one value after the other. */
const MIN_JOINED_VALUES = 100;

/**
 * Puts other values in the place of some, by their text. The column keeps its type where all new values have it, and is
 * text otherwise.
 */
export function mapValues(
  rows: Rows,
  {
    column,
    values
  }: {readonly column: string; readonly values: Readonly<Record<string, string | null>>}
): StepQuery {
  const target = findColumn(rows, column);
  const entries = Object.entries(values);
  return entries.length < MIN_JOINED_VALUES
    ? mapByCase(rows, target, entries)
    : mapByJoin(rows, target, entries);
}

type Entry = readonly [from: string, to: string | null];

function mapByCase(rows: Rows, target: Column, entries: readonly Entry[]): StepQuery {
  const {type, toSql} = toResultType(target, entries);
  const cases = entries.map(
    ([from, to]) => ` WHEN ${quoteText(from)} THEN ${to === null ? "NULL" : toSql(to)}`
  );
  const rest = type === target.type ? toPlace(target.name) : toTextSql(target);
  const sql =
    cases.length === 0 ? rest : `CASE ${toTextSql(target)}${cases.join("")} ELSE ${rest} END`;
  return replaceColumns(rows, (other) =>
    other === target ? [{name: other.name, sql}] : undefined
  );
}

function mapByJoin(rows: Rows, target: Column, entries: readonly Entry[]): StepQuery {
  const {type, toSql} = toResultType(target, entries);
  const number = toHiddenName("number", rows);
  const list = entries
    .map(([from, to]) => `(${quoteText(from)}, ${to === null ? "NULL" : toSql(to)})`)
    .join(", ");
  const rest = type === target.type ? toPlace(target.name) : toTextSql(target);
  const sql = `CASE WHEN _map.found IS NULL THEN ${rest} ELSE _map.replacement END`;
  return replaceColumns(
    numberRows(rows, number),
    (other) => (other === target ? [{name: other.name, sql}] : undefined),
    ` LEFT JOIN (VALUES ${list}) AS _map(found, replacement) ON ${toTextSql(target)} = _map.found ORDER BY _rows.${quoteIdentifier(number)}`
  );
}

function toResultType(
  {type}: Column,
  entries: readonly Entry[]
): {type: string; toSql: (text: string) => string} {
  const keeps = entries.every(([, to]) => to === null || fitsType(to, type));
  return keeps && type !== "VARCHAR"
    ? {type, toSql: (text) => `CAST(${quoteText(text)} AS ${type})`}
    : {type: "VARCHAR", toSql: quoteText};
}
