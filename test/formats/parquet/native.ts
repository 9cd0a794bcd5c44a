import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import type {DuckDBConnection} from "@duckdb/node-api";
import {appendColumns} from "../../../src/lake/native-append.ts";
import {quoteIdentifier, quoteText} from "../../../src/lib/sql.ts";
import type {DataTable} from "../../../src/model/table.ts";
import {toSqlType} from "../../../src/model/table.ts";

/** Native DuckDB with its own reader and writer of Parquet, to be compared with. */
export class NativeParquet {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #file: string;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, folder: string) {
    this.#instance = instance;
    this.#connection = connection;
    this.#file = join(folder, "a.parquet");
  }

  static async open(): Promise<NativeParquet> {
    const instance = await DuckDBInstance.create(":memory:", {
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false"
    });
    const connection = await instance.connect();
    await connection.run("SET TimeZone = 'UTC'");
    return new NativeParquet(instance, connection, await mkdtemp(join(tmpdir(), "parquet-")));
  }

  /** A Parquet file with the rows of a query. */
  async write(query: string, options = ""): Promise<Uint8Array> {
    await this.#connection.run(
      `COPY (${query}) TO ${quoteText(this.#file)} (FORMAT parquet${options})`
    );
    return readFile(this.#file);
  }

  /** What its own reader makes of a file: the columns with their types, and the rows as text. */
  async read(bytes: Uint8Array): Promise<{types: string[]; rows: unknown[][]}> {
    await writeFile(this.#file, bytes);
    return this.#show(`read_parquet(${quoteText(this.#file)})`);
  }

  /** The same of a table that our reader gave, once it stands in the engine. */
  async load({columns}: DataTable): Promise<{types: string[]; rows: unknown[][]}> {
    const definition = columns.map(({name, type}) => `${quoteIdentifier(name)} ${toSqlType(type)}`);
    await this.#connection.run(`CREATE OR REPLACE TABLE ours (${definition.join(", ")})`);
    const appender = await this.#connection.createAppender("ours", "main");
    appendColumns(appender, columns);
    appender.closeSync();
    return this.#show("ours");
  }

  async #show(relation: string): Promise<{types: string[]; rows: unknown[][]}> {
    const described = await this.#connection.runAndReadAll(`DESCRIBE FROM ${relation}`);
    const shown = await this.#connection.runAndReadAll(
      `SELECT COLUMNS(*)::VARCHAR FROM ${relation}`
    );
    return {
      types: described.getRows().map(([name, type]) => `${String(name)} ${String(type)}`),
      rows: shown.getRows()
    };
  }

  async close(): Promise<void> {
    this.#connection.closeSync();
    this.#instance.closeSync();
    await rm(join(this.#file, ".."), {recursive: true});
  }
}
