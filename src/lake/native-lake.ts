import type {DuckDBConnection, DuckDBDataChunk, DuckDBResult} from "@duckdb/node-api";
import {DuckDBInstance} from "@duckdb/node-api";
import {InputError, QueryError, UnavailableError, toMessage} from "../lib/errors.ts";
import {quoteIdentifier, quoteText} from "../lib/sql.ts";
import {toUniqueNames} from "../lib/unique-names.ts";
import type {ColumnReader} from "../model/query-result.ts";
import {QueryResult} from "../model/query-result.ts";
import type {DataTable} from "../model/table.ts";
import {toSqlType} from "../model/table.ts";
import {SEARCH_PATH_STATEMENT} from "./boot.ts";
import type {Lake, QueryOptions, TableName} from "./lake.ts";
import {toPath} from "./lake.ts";
import {appendColumns} from "./native-append.ts";
import {NATIVE_OPTIONS} from "./native-engine.ts";
import {toValue} from "./native-values.ts";
import {toQueryError} from "./query-error.ts";

/** Connections kept for the next query; more are made while more queries run at once. */
const MAX_IDLE_CONNECTIONS = 4;

/**
 * The lake over native DuckDB, for Node. `file` is a compiled lake, attached read-only; without it `lake` is empty.
 * Throws `UnavailableError` where the file is missing or is no compiled lake.
 */
export async function openNativeLake({file}: {file?: string} = {}): Promise<Lake> {
  const instance = await DuckDBInstance.create(":memory:", {...NATIVE_OPTIONS});
  const connection = await instance.connect();
  try {
    await connection.run("SET GLOBAL TimeZone = 'UTC'; CREATE SCHEMA ws; CREATE SCHEMA raw");
    await connection.run(
      file === undefined
        ? "ATTACH ':memory:' AS lake"
        : `ATTACH ${quoteText(file)} AS lake (READ_ONLY)`
    );
  } catch (error) {
    instance.closeSync();
    throw new UnavailableError(
      `lake cannot be opened: ${file} (${toMessage(error).split("\n")[0]}); compile one with build-lake`,
      {cause: error}
    );
  } finally {
    connection.closeSync();
  }
  return new NativeLake(instance);
}

class NativeLake implements Lake {
  /** A native engine hears every stop, so it is never restarted. */
  readonly generation = 1;
  readonly #instance: DuckDBInstance;
  readonly #idle: DuckDBConnection[] = [];

  constructor(instance: DuckDBInstance) {
    this.#instance = instance;
  }

  async query(
    sql: string,
    {signal, maxRows = Infinity, onProgress}: QueryOptions = {}
  ): Promise<QueryResult> {
    signal?.throwIfAborted();
    const start = performance.now();
    return this.#connected(async (connection) => {
      const interrupt = (): void => connection.interrupt();
      signal?.addEventListener("abort", interrupt);
      try {
        const result = await run(connection, sql, maxRows);
        const chunks: DuckDBDataChunk[] = [];
        let rows = 0;
        while (rows <= maxRows) {
          signal?.throwIfAborted();
          const chunk = await result.fetchChunk();
          if (!chunk || chunk.rowCount === 0) break;
          chunks.push(chunk);
          rows += chunk.rowCount;
          onProgress?.(Math.min(rows, maxRows));
        }
        return toResult(result, chunks, Math.min(rows, maxRows), {
          complete: rows <= maxRows,
          elapsedMs: performance.now() - start
        });
      } catch (error) {
        signal?.throwIfAborted();
        throw error instanceof QueryError ? error : toQueryError(error, sql);
      } finally {
        signal?.removeEventListener("abort", interrupt);
      }
    });
  }

  async insert(table: TableName, data: DataTable): Promise<void> {
    if (data.columns.length === 0)
      throw new InputError(`table without columns: ${table.schema}.${table.name}`);
    await this.#transact(async (connection) => {
      await connection.run(`CREATE SCHEMA IF NOT EXISTS memory.${quoteIdentifier(table.schema)}`);
      await connection.run(`CREATE OR REPLACE TABLE ${toPath(table)} (${toDefinition(data)})`);
      await fill(connection, table, data);
    });
  }

  async append(table: TableName, data: DataTable): Promise<void> {
    if (!data.columns[0]?.values.length) return;
    const stage = {schema: table.schema, name: `${table.name} (appended)`};
    const names = data.columns.map(({name}) => quoteIdentifier(name)).join(", ");
    await this.#transact(async (connection) => {
      await connection.run(`CREATE TABLE ${toPath(stage)} (${toDefinition(data)})`);
      await fill(connection, stage, data);
      await connection.run(
        `INSERT INTO ${toPath(table)} (${names}) SELECT ${names} FROM ${toPath(stage)}`
      );
      await connection.run(`DROP TABLE ${toPath(stage)}`);
    });
  }

  async close(): Promise<void> {
    for (const connection of this.#idle.splice(0)) connection.closeSync();
    this.#instance.closeSync();
    return Promise.resolve();
  }

  async #transact(use: (connection: DuckDBConnection) => Promise<void>): Promise<void> {
    await this.#connected(async (connection) => {
      await connection.run("BEGIN");
      try {
        await use(connection);
        await connection.run("COMMIT");
      } catch (error) {
        await connection.run("ROLLBACK");
        throw toQueryError(error, "");
      }
    });
  }

  async #connected<T>(use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = this.#idle.pop() ?? (await this.#connect());
    try {
      return await use(connection);
    } finally {
      if (this.#idle.length < MAX_IDLE_CONNECTIONS) this.#idle.push(connection);
      else connection.closeSync();
    }
  }

  async #connect(): Promise<DuckDBConnection> {
    const connection = await this.#instance.connect();
    await connection.run(`SET errors_as_json = true; ${SEARCH_PATH_STATEMENT}`);
    return connection;
  }
}

/** Runs all statements and gives the last one's result, as a stream where not all of its rows are wanted. */
async function run(
  connection: DuckDBConnection,
  sql: string,
  maxRows: number
): Promise<DuckDBResult> {
  const statements = await connection.extractStatements(sql).catch((error: unknown) => {
    // the binding says no more than this of a text without a statement in it
    if (!toMessage(error).endsWith("Error in native callback")) throw error;
    throw new QueryError("no statement to run", {sql, cause: error});
  });
  const last = statements.count - 1;
  for (let i = 0; i < last; ++i) {
    const statement = await statements.prepare(i);
    try {
      await statement.run();
    } finally {
      statement.destroySync();
    }
  }
  const statement = await statements.prepare(last);
  try {
    return await (maxRows < Infinity ? statement.stream() : statement.run());
  } finally {
    statement.destroySync();
  }
}

function toResult(
  result: DuckDBResult,
  chunks: readonly DuckDBDataChunk[],
  rows: number,
  {complete, elapsedMs}: {complete: boolean; elapsedMs: number}
): QueryResult {
  const types = result.columnTypes();
  const names = toUniqueNames(result.columnNames());
  return new QueryResult({
    fields: names.map((name, i) => ({name, type: String(types[i])})),
    readers: names.map((_, i) => toReader(chunks, i, rows)),
    complete,
    elapsedMs
  });
}

/** All chunks but the last have the same number of rows, unless a filter or an operator left holes: then they are searched. */
function toReader(
  chunks: readonly DuckDBDataChunk[],
  column: number,
  length: number
): ColumnReader {
  const starts: number[] = [];
  let start = 0;
  for (const chunk of chunks) {
    starts.push(start);
    start += chunk.rowCount;
  }
  return {
    length,
    get(row) {
      if (row < 0 || row >= length) return null;
      const i = findChunk(starts, row);
      return toValue(chunks[i]!.getColumnVector(column).getItem(row - starts[i]!));
    }
  };
}

/** The last index whose start is not beyond `row`. */
function findChunk(starts: readonly number[], row: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}

async function fill(
  connection: DuckDBConnection,
  {schema, name}: TableName,
  {columns}: DataTable
): Promise<void> {
  const appender = await connection.createAppender(name, schema, "memory");
  try {
    appendColumns(appender, columns);
  } finally {
    appender.closeSync();
  }
}

function toDefinition({columns}: DataTable): string {
  return columns.map(({name, type}) => `${quoteIdentifier(name)} ${toSqlType(type)}`).join(", ");
}
