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
  /** Texts and their values: pairs of key and value, no key twice. */
  | {readonly map: DataType}
  | {readonly struct: Readonly<Record<string, DataType>>}
  /** Any other type by its name in SQL; values come as those of `from`, which the engine casts. */
  | {readonly sql: string; readonly from: DataType};

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
  /**
   * Columns that name a row for good, where there are such: the same row in two files is one row. Only connectors know;
   * a row that lacks one of them is told from others by all of its values.
   */
  readonly key?: readonly string[];
}

/** A row that was refused. */
export interface Reject {
  /** The place in the file: a line, a sheet and row, a JSON path. */
  readonly where: string;
  /** The row as it stands in the file. */
  readonly text: string;
  /** Why, and what to do. */
  readonly what: string;
}

/** What reading a file gave besides tables. */
export interface ReadingNotes {
  readonly problems: readonly Problem[];
  /** Rows that stand in no table. Where there are many, at most the first 1,000, and a problem says how many. */
  readonly rejects?: readonly Reject[];
  /** What was learned of the file besides: `encoding`, `dialect`, `parse` (the `ParseOptions` used), its title … */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What reading one file gave: tables, and what could not be read of it. */
export interface Reading extends ReadingNotes {
  readonly tables: readonly DataTable[];
}

/** Takes rows while a file is still being read. */
export interface TableSink {
  /** Appends rows to the table by that name; its columns, their types and its key are those of the first time. */
  write(rows: DataTable): Promise<void>;
}

/** The type as DuckDB writes it. */
export function toSqlType(type: DataType): string {
  if (typeof type === "string") return type === "TIMESTAMPTZ" ? "TIMESTAMP WITH TIME ZONE" : type;
  if ("sql" in type) return type.sql;
  if ("list" in type) return `${toSqlType(type.list)}[]`;
  if ("map" in type) return `MAP(VARCHAR, ${toSqlType(type.map)})`;
  const fields = Object.entries(type.struct).map(
    ([name, field]) => `"${name.replaceAll('"', '""')}" ${toSqlType(field)}`
  );
  return `STRUCT(${fields.join(", ")})`;
}
