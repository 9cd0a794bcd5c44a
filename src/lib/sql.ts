import {InputError} from "./errors.ts";

/** A name as a DuckDB identifier, quoted always, so that `select` and `'; drop` are names like any. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as a SQL string literal. DuckDB knows no backslash escapes in it. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * A JavaScript value as a SQL literal: null and undefined, booleans, finite and infinite numbers, bigint,
 * text, dates (as TIMESTAMP, in UTC), bytes, arrays (as LIST) and plain objects (as STRUCT).
 * Throws `InputError` on anything else, functions and symbols among them.
 */
export function toSqlLiteral(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  switch (typeof value) {
    case "boolean":
      return value ? "TRUE" : "FALSE";
    case "number":
      return Number.isFinite(value) ? String(value) : `${quoteText(toSqlFloat(value))}::DOUBLE`;
    case "bigint":
      return String(value);
    case "string":
      return quoteText(value);
    case "object":
      return objectToSqlLiteral(value);
    default:
      throw new InputError(`value that SQL has no literal for: ${typeof value}`);
  }
}

/** True of a text that is nothing but blanks, comments and semicolons. */
export function isBlankSql(sql: string): boolean {
  return /^(?:\s|;|--[^\n]*|\/\*[\s\S]*?\*\/)*$/.test(sql);
}

/** The SQL text of a tagged template: the strings as they are, each value as a literal. */
export function interpolateSql(strings: readonly string[], values: readonly unknown[]): string {
  return strings.reduce((sql, part, i) => sql + toSqlLiteral(values[i - 1]) + part);
}

function objectToSqlLiteral(value: object): string {
  if (value instanceof Date) return dateToSqlLiteral(value);
  if (value instanceof Uint8Array) {
    return `${quoteText(Array.from(value, (byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join(""))}::BLOB`;
  }
  if (Array.isArray(value)) return `[${value.map(toSqlLiteral).join(", ")}]`;
  const fields = Object.entries(value).map(
    ([name, field]) => `${quoteText(name)}: ${toSqlLiteral(field)}`
  );
  return fields.length > 0 ? `{${fields.join(", ")}}` : "NULL";
}

function dateToSqlLiteral(date: Date): string {
  if (Number.isNaN(date.getTime())) return "NULL";
  return `TIMESTAMP ${quoteText(date.toISOString().replace("T", " ").replace("Z", ""))}`;
}

function toSqlFloat(value: number): string {
  return Number.isNaN(value) ? "nan" : value > 0 ? "infinity" : "-infinity";
}
