import {AsyncDuckDB, DuckDBDataProtocol, VoidLogger} from "@duckdb/duckdb-wasm";
import type {RecordBatch, Schema} from "apache-arrow";
import {DataType, RecordBatchReader, Table, tableFromIPC} from "apache-arrow";
import {InputError, QueryError, UnavailableError, toMessage} from "../lib/errors.ts";
import {quoteIdentifier} from "../lib/sql.ts";
import {QueryResult} from "../model/query-result.ts";
import type {DataTable} from "../model/table.ts";
import {toArrowColumn, toArrowReader} from "./arrow-reader.ts";
import {toArrowStream} from "./arrow-writer.ts";
import {SEARCH_PATH_STATEMENT, WASM_MACRO_STATEMENTS, bootStatements} from "./boot.ts";
import type {Lake, QueryOptions, TableName} from "./lake.ts";
import {toQueryError} from "./query-error.ts";

/** Connections kept for the next query; more are made while more queries run at once. */
const MAX_IDLE_CONNECTIONS = 4;
const LAKE_FILE = "lake.duckdb";

/** What the engine is made of; all URLs are absolute and of this origin. */
export interface WasmLakeAssets {
  /** `duckdb-eh.wasm` and the worker script that goes with it. */
  readonly wasm: string;
  readonly worker: string;
  /** Where signed extension files may lie; nothing is fetched from it unless somebody's SQL says `LOAD`. */
  readonly extensions: string;
  /** The compiled lake, read by byte ranges as queries need them; absent: no lake, only what is inserted. */
  readonly lake?: string;
}

/**
 * The lake over DuckDB-WASM, in a worker of its own.
 * Throws `UnavailableError` where the engine does not start or the compiled lake cannot be attached.
 */
export async function openWasmLake(assets: WasmLakeAssets): Promise<Lake> {
  const db = new AsyncDuckDB(new VoidLogger(), new Worker(assets.worker));
  try {
    await db.instantiate(assets.wasm);
    await db.open({filesystem: {reliableHeadRequests: true, allowFullHTTPReads: true}});
    const lake = new WasmLake(db, assets.extensions);
    await lake.attach(assets.lake);
    return lake;
  } catch (error) {
    await db.terminate();
    throw new UnavailableError(`the SQL engine did not start: ${toMessage(error)}`, {cause: error});
  }
}

class WasmLake implements Lake {
  readonly #db: AsyncDuckDB;
  readonly #extensions: string;
  readonly #idle: number[] = [];
  #attached = false;

  constructor(db: AsyncDuckDB, extensions: string) {
    this.#db = db;
    this.#extensions = extensions;
  }

  async attach(lake: string | undefined): Promise<void> {
    if (lake !== undefined) {
      await this.#db.registerFileURL(LAKE_FILE, lake, DuckDBDataProtocol.HTTP, false);
      await this.query(`ATTACH '${LAKE_FILE}' AS lake (READ_ONLY)`);
    } else {
      await this.query("ATTACH ':memory:' AS lake");
    }
    for (const statement of ["CREATE SCHEMA IF NOT EXISTS memory.ws", ...WASM_MACRO_STATEMENTS])
      await this.query(statement);
    this.#attached = true;
    for (const connection of this.#idle.splice(0)) await this.#db.disconnect(connection);
  }

  async query(
    sql: string,
    {signal, maxRows = Infinity, onProgress}: QueryOptions = {}
  ): Promise<QueryResult> {
    signal?.throwIfAborted();
    const start = performance.now();
    return this.#connected(async (connection) => {
      try {
        const reader = await RecordBatchReader.from(this.#messages(connection, sql, signal));
        await reader.open();
        if (hasDictionary(reader.schema.fields)) {
          await this.#db.cancelPendingQuery(connection);
          return await this.#queryWhole(connection, sql, maxRows, start);
        }
        const batches: RecordBatch[] = [];
        let rows = 0;
        for await (const batch of reader) {
          batches.push(batch);
          rows += batch.numRows;
          onProgress?.(rows);
          if (rows > maxRows) break;
        }
        const complete = rows <= maxRows;
        if (!complete) await this.#db.cancelPendingQuery(connection);
        const table = new Table(reader.schema, batches);
        return toResult(
          complete ? table : table.slice(0, maxRows),
          complete,
          performance.now() - start
        );
      } catch (error) {
        signal?.throwIfAborted();
        throw error instanceof QueryError ? error : toQueryError(error, sql);
      }
    });
  }

  /**
   * A result in one piece. DuckDB-WASM 1.32 leaves the dictionaries of ENUM columns out of its streams, and all
   * their values would read as null.
   */
  async #queryWhole(
    connection: number,
    sql: string,
    maxRows: number,
    start: number
  ): Promise<QueryResult> {
    if (/;\s*\S/.test(sql)) {
      throw new QueryError(
        "a script of several statements cannot give an ENUM column: cast it to VARCHAR (x::VARCHAR)",
        {sql}
      );
    }
    const table = tableFromIPC(await this.#db.runQuery(connection, sql));
    const complete = table.numRows <= maxRows;
    return toResult(
      complete ? table : table.slice(0, maxRows),
      complete,
      performance.now() - start
    );
  }

  async insert(table: TableName, data: DataTable): Promise<void> {
    const schema = quoteIdentifier(table.schema);
    await this.query(
      `CREATE SCHEMA IF NOT EXISTS memory.${schema}; DROP TABLE IF EXISTS memory.${schema}.${quoteIdentifier(table.name)}`
    );
    await this.#load(table, data, true);
  }

  async append(table: TableName, data: DataTable): Promise<void> {
    if (data.columns[0]?.values.length) await this.#load(table, data, false);
  }

  async close(): Promise<void> {
    await this.#db.terminate();
  }

  async #load({schema, name}: TableName, data: DataTable, create: boolean): Promise<void> {
    if (data.columns.length === 0) throw new InputError(`table without columns: ${schema}.${name}`);
    await this.#connected((connection) =>
      this.#db.insertArrowFromIPCStream(connection, toArrowStream(data), {schema, name, create})
    );
  }

  /**
   * Runs in steps, so that the worker answers others in between and a stop is heard. What comes are the messages
   * of an Arrow stream: the schema, then batches. `null` from the engine means "not yet", no bytes mean "no more".
   */
  async *#messages(
    connection: number,
    sql: string,
    signal: AbortSignal | undefined
  ): AsyncGenerator<Uint8Array> {
    const heed = async (): Promise<void> => {
      if (!signal?.aborted) return;
      await this.#db.cancelPendingQuery(connection);
      signal.throwIfAborted();
    };
    let message = await this.#db.startPendingQuery(connection, sql, true);
    for (; message === null; message = await this.#db.pollPendingQuery(connection)) await heed();
    while (message === null || message.byteLength > 0) {
      if (message) yield message;
      await heed();
      message = await this.#db.fetchQueryResults(connection);
    }
  }

  async #connected<T>(use: (connection: number) => Promise<T>): Promise<T> {
    const connection = this.#idle.pop() ?? (await this.#connect());
    try {
      return await use(connection);
    } finally {
      if (this.#idle.length < MAX_IDLE_CONNECTIONS) this.#idle.push(connection);
      else await this.#db.disconnect(connection);
    }
  }

  async #connect(): Promise<number> {
    const connection = await this.#db.connectInternal();
    for (const statement of bootStatements(this.#extensions))
      await this.#db.runQuery(connection, statement);
    if (this.#attached) await this.#db.runQuery(connection, SEARCH_PATH_STATEMENT);
    return connection;
  }
}

function toResult(table: Table, complete: boolean, elapsedMs: number): QueryResult {
  const vectors = table.schema.fields.map(
    (field, i) => [field.name, table.getChildAt(i)!] as const
  );
  return new QueryResult({
    fields: vectors.map(([name, vector]) => toArrowColumn(name, vector)),
    readers: vectors.map(([, vector]) => toArrowReader(vector)),
    complete,
    elapsedMs
  });
}

function hasDictionary(fields: Schema["fields"]): boolean {
  return fields.some(({type}) => {
    const {children} = type as DataType;
    return DataType.isDictionary(type) || (children !== null && hasDictionary(children));
  });
}
