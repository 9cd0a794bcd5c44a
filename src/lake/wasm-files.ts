import type {AsyncDuckDB} from "@duckdb/duckdb-wasm";
import {DuckDBDataProtocol} from "@duckdb/duckdb-wasm";
import {toMessage} from "../lib/errors.ts";
import {quoteIdentifier} from "../lib/sql.ts";
import type {ByteSource} from "../model/bytes.ts";
import {isBlobSource, toBlobSource} from "../model/bytes.ts";
import type {Column} from "../model/column.ts";
import type {QueryResult, Row} from "../model/query-result.ts";
import type {DataColumn} from "../model/table.ts";
import {toSqlType} from "../model/table.ts";
import {toArrowStream} from "./arrow-writer.ts";
import type {Engine, TablePlace} from "./engine.ts";
import {toBlob} from "./to-blob.ts";
import {queryWasm} from "./wasm-query.ts";

/** What WebAssembly says when the engine broke, after which it answers nothing right any more. */
const BROKEN =
  /^(?:RuntimeError: )?(?:memory access out of bounds|unreachable|Aborted|null function|table index)/;

let files = 0;

/** What reading files needs, on one connection of DuckDB-WASM. A `Blob` is read where it lies. */
export class WasmFiles implements Engine {
  readonly readsParquet = false;
  readonly #db: AsyncDuckDB;
  readonly #connection: number;
  readonly #signal: AbortSignal | undefined;

  constructor(db: AsyncDuckDB, connection: number, signal?: AbortSignal) {
    this.#db = db;
    this.#connection = connection;
    this.#signal = signal;
  }

  async run(sql: string): Promise<number> {
    const result = await this.#query(sql);
    if (result.columns.length !== 1 || result.columns[0] !== "Count" || result.numRows === 0)
      return 0;
    return Number(result.value(0, 0));
  }

  async rows(sql: string): Promise<Row[]> {
    return (await this.#query(sql)).toArray();
  }

  async describe(sql: string): Promise<Column[]> {
    const rows = await this.rows(`DESCRIBE ${sql}`);
    return rows.map((row) => ({name: row.column_name as string, type: row.column_type as string}));
  }

  append(table: TablePlace, columns: readonly DataColumn[]): Promise<void> {
    const named = columns.map(({name, type}) => ({name, type: toSqlType(type)}));
    return this.appendArrow(table, named, toArrowStream({name: table.name, columns}));
  }

  /** `append` of rows as an Arrow IPC stream, with the types that its columns get where the table is made. */
  async appendArrow(
    {schema = "main", name}: TablePlace,
    columns: readonly Column[],
    stream: Uint8Array
  ): Promise<void> {
    const definition = columns.map(({name, type}) => `${quoteIdentifier(name)} ${type}`);
    await this.run(
      `CREATE TABLE IF NOT EXISTS memory.${quoteIdentifier(schema)}.${quoteIdentifier(name)} (${definition.join(", ")})`
    );
    await this.#db.insertArrowFromIPCStream(this.#connection, stream, {
      schema,
      name,
      create: false
    });
  }

  async mount(source: ByteSource): Promise<string> {
    if (!isBlobSource(source)) return this.write(source.stream());
    const path = `file-${++files}`;
    // a handle that is no File has no time of change, which the engine asks for
    const file = source.blob instanceof File ? source.blob : new File([source.blob], path);
    await this.#db.registerFileHandle(path, file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
    return path;
  }

  async write(pieces: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<string> {
    return this.mount(toBlobSource("", await toBlob(pieces, signal)));
  }

  async release(path: string): Promise<void> {
    await this.#db.dropFile(path);
  }

  async #query(sql: string): Promise<QueryResult> {
    try {
      return await queryWasm(this.#db, this.#connection, sql, {signal: this.#signal});
    } catch (error) {
      this.#signal?.throwIfAborted();
      throw toEngineError(error);
    }
  }
}

/** An error worded as native DuckDB words it, so that whoever reads files tells errors apart in one way. */
function toEngineError(error: unknown): Error {
  const message = toMessage(error);
  const text = BROKEN.test(message)
    ? `FATAL Error: ${message}`
    : message.replace(/^([A-Za-z][\w ]*) error: /, "$1 Error: ");
  return new Error(text, {cause: error});
}
