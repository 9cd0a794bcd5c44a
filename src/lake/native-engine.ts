import type {DuckDBConnection} from "@duckdb/node-api";
import {DuckDBInstance} from "@duckdb/node-api";
import {quoteIdentifier} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";
import type {Row} from "../model/query-result.ts";
import type {DataColumn} from "../model/table.ts";
import {toSqlType} from "../model/table.ts";
import {appendColumns} from "./native-append.ts";
import {toValue} from "./native-values.ts";

/** Without these a function of an extension that is not built in asks a host on the Internet, and hangs offline. */
export const NATIVE_OPTIONS: Readonly<Record<string, string>> = {
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false"
};

const CSV_REASON =
  /Expected Number of|Value with|Invalid unicode|Error when converting|Maximum line size|state machine|does not support/;

/** One connection to a native DuckDB of its own, for the compiler: plain statements, errors as DuckDB throws them. */
export class NativeEngine {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  /** `spill` is a folder for what does not fit into memory. */
  static async open({spill}: {spill: string}): Promise<NativeEngine> {
    const instance = await DuckDBInstance.create(":memory:", {
      ...NATIVE_OPTIONS,
      temp_directory: spill
    });
    const connection = await instance.connect();
    await connection.run("SET GLOBAL TimeZone = 'UTC'; SET enable_progress_bar = false");
    return new NativeEngine(instance, connection);
  }

  /** Runs statements; gives the number of rows that the last one changed. */
  async run(sql: string): Promise<number> {
    const result = await this.#connection.run(sql);
    if (result.columnCount !== 1 || result.columnName(0) !== "Count") return 0;
    const [[count] = []] = await result.getRows();
    return Number(count ?? 0);
  }

  /** All rows of a query, for those that give few. */
  async rows(sql: string): Promise<Row[]> {
    const reader = await this.#connection.runAndReadAll(sql);
    const names = reader.deduplicatedColumnNames();
    return reader
      .getRows()
      .map((row) => Object.fromEntries(names.map((name, i) => [name, toValue(row[i] ?? null)])));
  }

  /** The columns that a query would give, their types written as results write them. */
  async describe(sql: string): Promise<Column[]> {
    const result = await this.#connection.run(`FROM (${sql}) LIMIT 0`);
    const types = result.columnTypes();
    return result.deduplicatedColumnNames().map((name, i) => ({name, type: String(types[i])}));
  }

  /** Makes a table of `columns`, or appends to it where it is there. */
  async append(
    {catalog, schema = "main", name}: {catalog: string; schema?: string; name: string},
    columns: readonly DataColumn[]
  ): Promise<void> {
    const definition = columns.map(({name, type}) => `${quoteIdentifier(name)} ${toSqlType(type)}`);
    await this.run(
      `CREATE TABLE IF NOT EXISTS ${catalog}.${schema}.${quoteIdentifier(name)} (${definition.join(", ")})`
    );
    const appender = await this.#connection.createAppender(name, schema, catalog);
    try {
      appendColumns(appender, columns);
    } finally {
      appender.closeSync();
    }
  }

  /** Stops the statement that runs now, which then throws. */
  interrupt(): void {
    this.#connection.interrupt();
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}

/** What DuckDB threw in one line, without its class and its advice. */
export function toEngineMessage(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).replace(
    /^(?:[A-Z][\w ]* Error: )+/,
    ""
  );
  const [first = "", ...lines] = text.split("\n");
  const line = /^CSV Error on Line: (\d+)/.exec(first)?.[1];
  const reason = line === undefined ? undefined : lines.find((text) => CSV_REASON.test(text));
  return reason === undefined ? first : `line ${line}: ${reason.trim()}`;
}
