import type {Column, TableName, Value} from "../src/index.ts";
import {quoteText, toColumnKind, toSqlLiteral, toValueText} from "../src/index.ts";
import {toSqlName} from "./sql-schema.ts";

/** Profiles tell of so many characters of a text; longer ones are found by their beginning. */
const MAX_TEXT_LENGTH = 200;

/** Somebody wants to see rows: SQL for the console. */
export class QueryEvent extends Event {
  readonly sql: string;

  constructor(sql: string) {
    super("lb-query", {bubbles: true, composed: true});
    this.sql = sql;
  }
}

/** All rows of a table. */
export function toTableQuery(table: TableName): string {
  return `select * from ${toPath(table)}`;
}

/** The rows in which a column has a value, or none. */
export function toValueQuery(table: TableName, column: Column, value: Value): string {
  return `${toTableQuery(table)}\nwhere ${toCondition(column, value)}`;
}

/** The rows in which a column lies from `low` up to `high`; the last bin holds what lies at its end. */
export function toRangeQuery(
  table: TableName,
  column: Column,
  {low, high, isLast}: {low: Value; high: Value; isLast: boolean}
): string {
  const name = toSqlName(column.name);
  return `${toTableQuery(table)}\nwhere ${name} >= ${toLiteral(column, low)} and ${name} ${isLast ? "<=" : "<"} ${toLiteral(column, high)}\norder by ${name}`;
}

function toPath({schema, name}: TableName): string {
  // what has no schema is looked for in the lake
  return schema === "lake" ? toSqlName(name) : `${toSqlName(schema)}.${toSqlName(name)}`;
}

function toCondition(column: Column, value: Value): string {
  const name = toSqlName(column.name);
  if (value === null) return `${name} is null`;
  const kind = toColumnKind(column.type);
  if (typeof value === "string" && value.length >= MAX_TEXT_LENGTH)
    return `starts_with(${name}::varchar, ${quoteText(value)})`;
  if (kind === "text") return `${name} = ${toLiteral(column, value)}`;
  // a moment here is exact to the millisecond only
  if (kind === "timestamp" && value instanceof Date)
    return `date_trunc('milliseconds', ${name}::timestamp) = ${toLiteral(column, value)}`;
  if (kind === "number" || kind === "boolean" || kind === "date")
    return `${name} = ${toLiteral(column, value)}`;
  return `${name}::varchar = ${quoteText(toValueText(value, column.type))}`;
}

function toLiteral({type}: Column, value: Value): string {
  if (!(value instanceof Date)) return toSqlLiteral(value);
  const text = quoteText(toValueText(value, type));
  return type === "DATE"
    ? `date ${text}`
    : type === "TIMESTAMP"
      ? `timestamp ${text}`
      : `timestamptz ${text}`;
}
