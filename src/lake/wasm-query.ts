import type {AsyncDuckDB} from "@duckdb/duckdb-wasm";
import type {RecordBatch, Schema} from "apache-arrow";
import {DataType, RecordBatchReader, Table, tableFromIPC} from "apache-arrow";
import {QueryError} from "../lib/errors.ts";
import {toUniqueNames} from "../lib/unique-names.ts";
import {QueryResult} from "../model/query-result.ts";
import {toArrowColumn, toArrowReader} from "./arrow-reader.ts";
import type {QueryOptions} from "./lake.ts";
import {toQueryError} from "./query-error.ts";

/** Runs SQL on a connection, in steps, and holds its rows as Arrow batches. Throws as `Lake.query` does. */
export async function queryWasm(
  db: AsyncDuckDB,
  connection: number,
  sql: string,
  {signal, maxRows = Infinity, onProgress}: QueryOptions
): Promise<QueryResult> {
  const start = performance.now();
  const finish = (table: Table, complete: boolean): QueryResult =>
    toResult(complete ? table : table.slice(0, maxRows), complete, performance.now() - start);
  try {
    const reader = await RecordBatchReader.from(messages(db, connection, sql, signal));
    await reader.open();
    if (hasDictionary(reader.schema.fields)) {
      await db.cancelPendingQuery(connection);
      const table = await queryWhole(db, connection, sql);
      return finish(table, table.numRows <= maxRows);
    }
    const batches: RecordBatch[] = [];
    let rows = 0;
    for await (const batch of reader) {
      batches.push(batch);
      rows += batch.numRows;
      onProgress?.(Math.min(rows, maxRows));
      if (rows > maxRows) break;
    }
    if (rows > maxRows) await db.cancelPendingQuery(connection);
    return finish(new Table(reader.schema, batches), rows <= maxRows);
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof QueryError ? error : toQueryError(error, sql);
  }
}

/**
 * The messages of an Arrow stream: the schema, then batches. The query runs in steps, so that the worker answers others
 * in between and a stop is heard. `null` from the engine means "not yet", no bytes mean "no more".
 */
async function* messages(
  db: AsyncDuckDB,
  connection: number,
  sql: string,
  signal: AbortSignal | undefined
): AsyncGenerator<Uint8Array> {
  const heed = async (): Promise<void> => {
    if (!signal?.aborted) return;
    await db.cancelPendingQuery(connection);
    signal.throwIfAborted();
  };
  let message = await db.startPendingQuery(connection, sql, true);
  for (; message === null; message = await db.pollPendingQuery(connection)) await heed();
  while (message === null || message.byteLength > 0) {
    if (message) yield message;
    await heed();
    message = await db.fetchQueryResults(connection);
  }
}

/**
 * A result in one piece. DuckDB-WASM 1.32 leaves the dictionaries of ENUM columns out of its streams, and all their
 * values would read as null.
 */
async function queryWhole(db: AsyncDuckDB, connection: number, sql: string): Promise<Table> {
  if (/;\s*\S/.test(sql)) {
    throw new QueryError(
      "a script of several statements cannot give an ENUM column: cast it to VARCHAR (x::VARCHAR)",
      {sql}
    );
  }
  return tableFromIPC(await db.runQuery(connection, sql));
}

function toResult(table: Table, complete: boolean, elapsedMs: number): QueryResult {
  const names = toUniqueNames(table.schema.fields.map(({name}) => name));
  const vectors = names.map((name, i) => [name, table.getChildAt(i)!] as const);
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
