import {createWriteStream} from "node:fs";
import {rm} from "node:fs/promises";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import type {DuckDBAppender, DuckDBConnection} from "@duckdb/node-api";
import {DuckDBInstance} from "@duckdb/node-api";
import {quoteIdentifier} from "../lib/sql.ts";
import type {ByteSource} from "../model/bytes.ts";
import type {Column} from "../model/column.ts";
import type {Row} from "../model/query-result.ts";
import type {DataColumn} from "../model/table.ts";
import {toSqlType} from "../model/table.ts";
import {DiskSource} from "./disk-source.ts";
import type {Engine, TablePlace} from "./engine.ts";
import {appendColumns} from "./native-append.ts";
import {toValue} from "./native-values.ts";

/** Without these a function of an extension that is not built in asks a host on the Internet, and hangs offline. */
export const NATIVE_OPTIONS: Readonly<Record<string, string>> = {
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false"
};

/** Rows that are appended before they are written into their table. */
const MAX_PENDING_ROWS = 2048;

/** One connection to a native DuckDB of its own, for the compiler: plain statements, errors as DuckDB throws them. */
export class NativeEngine implements Engine {
  readonly readsParquet = true;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #work: string;
  /** By the path of the table that each appends to. */
  readonly #appenders = new Map<string, {readonly appender: DuckDBAppender; rows: number}>();
  #written = 0;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, work: string) {
    this.#instance = instance;
    this.#connection = connection;
    this.#work = work;
  }

  /** `work` is a folder for what does not fit into memory and for files that are written anew. */
  static async open({work}: {work: string}): Promise<NativeEngine> {
    const instance = await DuckDBInstance.create(":memory:", {
      ...NATIVE_OPTIONS,
      temp_directory: work
    });
    const connection = await instance.connect();
    await connection.run("SET GLOBAL TimeZone = 'UTC'; SET enable_progress_bar = false");
    return new NativeEngine(instance, connection, work);
  }

  /** Runs statements; gives the number of rows that the last one changed. */
  async run(sql: string): Promise<number> {
    this.#writePending();
    const result = await this.#connection.run(sql);
    if (result.columnCount !== 1 || result.columnName(0) !== "Count") return 0;
    const [[count] = []] = await result.getRows();
    return Number(count ?? 0);
  }

  /** All rows of a query, for those that give few. */
  async rows(sql: string): Promise<Row[]> {
    this.#writePending();
    const reader = await this.#connection.runAndReadAll(sql);
    const names = reader.deduplicatedColumnNames();
    return reader
      .getRows()
      .map((row) => Object.fromEntries(names.map((name, i) => [name, toValue(row[i] ?? null)])));
  }

  /** The columns that a query would give, their types written as results write them. */
  async describe(sql: string): Promise<Column[]> {
    this.#writePending();
    const result = await this.#connection.run(`FROM (${sql}) LIMIT 0`);
    const types = result.columnTypes();
    return result.deduplicatedColumnNames().map((name, i) => ({name, type: String(types[i])}));
  }

  /**
   * Makes a table of `columns`, or appends to it where it is there. Thousands of files bring a row each: what is appended
   * is written together, before the next statement at the latest.
   */
  async append(
    {catalog, schema = "main", name}: TablePlace,
    columns: readonly DataColumn[]
  ): Promise<void> {
    const path = [catalog, schema, name].map(quoteIdentifier).join(".");
    let pending = this.#appenders.get(path);
    if (!pending) {
      const definition = columns.map(
        ({name, type}) => `${quoteIdentifier(name)} ${toSqlType(type)}`
      );
      // not by run(), which would write what is pending for another table
      await this.#connection.run(`CREATE TABLE IF NOT EXISTS ${path} (${definition.join(", ")})`);
      pending = {appender: await this.#connection.createAppender(name, schema, catalog), rows: 0};
      this.#appenders.set(path, pending);
    }
    appendColumns(pending.appender, columns);
    pending.rows += columns[0]?.values.length ?? 0;
    if (pending.rows >= MAX_PENDING_ROWS) this.#writePending();
  }

  mount(source: ByteSource): Promise<string> {
    if (source instanceof DiskSource) return Promise.resolve(source.absolute);
    return this.write(source.stream());
  }

  async write(pieces: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<string> {
    const path = join(this.#work, `written ${++this.#written}`);
    await pipeline(pieces, createWriteStream(path), {signal});
    return path;
  }

  async release(path: string): Promise<void> {
    if (path.startsWith(join(this.#work, "written "))) await rm(path, {force: true});
  }

  /** Stops the statement that runs now, which then throws. */
  interrupt(): void {
    this.#connection.interrupt();
  }

  close(): void {
    try {
      this.#writePending();
    } finally {
      this.#connection.closeSync();
      this.#instance.closeSync();
    }
  }

  #writePending(): void {
    for (const [path, {appender}] of this.#appenders) {
      this.#appenders.delete(path);
      appender.closeSync();
    }
  }
}
