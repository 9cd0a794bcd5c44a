import type {Value} from "./column.ts";
import type {Problem} from "./problem.ts";

/** A type that our own readers give a column; a subset of DuckDB's, the same in Node and in the browser. */
export type DataType =
  | "BOOLEAN"
  | "BIGINT"
  | "DOUBLE"
  | "VARCHAR"
  | "DATE"
  | "TIMESTAMP"
  | "TIMESTAMPTZ"
  | "BLOB"
  | {readonly list: DataType}
  | {readonly struct: Readonly<Record<string, DataType>>};

/**
 * A column in memory: one value a row, `null` where there is none, each of the column's type. A moment is a `Date`,
 * or a `bigint` of microseconds since 1970 where milliseconds are too coarse.
 */
export interface DataColumn {
  readonly name: string;
  readonly type: DataType;
  readonly values: readonly Value[];
}

/** A table in memory: what a format gives and what a `Lake` takes. All columns have the same length. */
export interface DataTable {
  readonly name: string;
  readonly columns: readonly DataColumn[];
}

/** What reading one file gave: tables, and what could not be read of it. */
export interface Reading {
  readonly tables: readonly DataTable[];
  readonly problems: readonly Problem[];
  /** What was learned of the file besides: its encoding, its title … */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The type as DuckDB writes it. */
export function toSqlType(type: DataType): string {
  if (typeof type === "string") return type === "TIMESTAMPTZ" ? "TIMESTAMP WITH TIME ZONE" : type;
  if ("list" in type) return `${toSqlType(type.list)}[]`;
  const fields = Object.entries(type.struct).map(
    ([name, field]) => `"${name.replaceAll('"', '""')}" ${toSqlType(field)}`
  );
  return `STRUCT(${fields.join(", ")})`;
}
