import {quoteIdentifier} from "../../lib/sql.ts";
import type {ColumnSample} from "./guess-columns.ts";

/** Rows that are looked at, from so many places of a table. */
const PLACES = 8;
const ROWS_PER_PLACE = 60;

/** SQL for some rows of a table whose rows have numbers: a lake is read in ranges, and a whole column is long. */
export function toSpreadSql(relation: string, rows: number): string {
  if (rows <= PLACES * ROWS_PER_PLACE) return `FROM ${relation}`;
  const places = Array.from({length: PLACES}, (_, i) => {
    const start = Math.floor(((rows - ROWS_PER_PLACE) * i) / (PLACES - 1));
    return `(FROM ${relation} WHERE rowid BETWEEN ${start} AND ${start + ROWS_PER_PLACE - 1})`;
  });
  return places.join(" UNION ALL ");
}

/** SQL for the first rows of whatever it is. */
export function toFirstSql(relation: string): string {
  return `FROM ${relation} LIMIT ${PLACES * ROWS_PER_PLACE}`;
}

/** SQL for the values of columns in the rows of a query. */
export function toSampleSql(rows: string, columns: readonly string[]): string {
  return `SELECT ${columns.map(quoteIdentifier).join(", ")} FROM (${rows}) AS _sample`;
}

/** The values of columns of text, as `read` gives them. */
export function toSamples(
  columns: readonly string[],
  read: (column: string) => readonly unknown[]
): ColumnSample[] {
  return columns.map((name) => ({
    name,
    values: read(name).map((value) => (typeof value === "string" ? value : ""))
  }));
}
