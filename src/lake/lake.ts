import {quoteIdentifier} from "../lib/sql.ts";
import type {QueryResult} from "../model/query-result.ts";
import type {DataTable} from "../model/table.ts";

export interface QueryOptions {
  readonly signal?: AbortSignal;
  /** The most rows to hold; the result then says that it is not complete. Default: all. */
  readonly maxRows?: number;
  /** Called with the rows held so far. */
  readonly onProgress?: (rows: number) => void;
}

/** A table's place: its schema (`ws`, `raw` …) and its name. */
export interface TableName {
  readonly schema: string;
  readonly name: string;
}

/**
 * SQL over the lake. The same text gives the same rows in every implementation; `lake.*` is the compiled lake,
 * attached read-only, and what is inserted lives in memory until `close`.
 */
export interface Lake {
  /** Counts up when what was inserted is gone, because the engine had to be restarted to stop a query. */
  readonly generation: number;

  /**
   * Runs one or more statements and gives the last one's result.
   * Throws `QueryError` where the engine refuses the SQL, and an `AbortError` where `signal` says so;
   * the lake stays usable after both.
   */
  query(sql: string, options?: QueryOptions): Promise<QueryResult>;

  /** Makes a table of `data`, in the place of one that is there by that name. The schema is made where missing. */
  insert(table: TableName, data: DataTable): Promise<void>;

  /** Appends `data` to a table that is there, by column name. */
  append(table: TableName, data: DataTable): Promise<void>;

  close(): Promise<void>;
}

/** A table's path in SQL; what is inserted lies in memory, whatever the search path says. */
export function toPath({schema, name}: TableName): string {
  return `memory.${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}
