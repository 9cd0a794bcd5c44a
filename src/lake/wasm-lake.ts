import {InputError, QueryError} from "../lib/errors.ts";
import {isBlankSql, quoteIdentifier} from "../lib/sql.ts";
import type {QueryResult} from "../model/query-result.ts";
import type {DataTable} from "../model/table.ts";
import {toSqlType} from "../model/table.ts";
import {toArrowStream} from "./arrow-writer.ts";
import type {Lake, QueryOptions, TableName} from "./lake.ts";
import {toPath} from "./lake.ts";
import type {WasmLakeAssets} from "./wasm-engine.ts";
import {EngineStopped, WasmEngine} from "./wasm-engine.ts";
import {TornLake} from "./torn-lake.ts";
import {WasmFiles} from "./wasm-files.ts";
import {queryWasm} from "./wasm-query.ts";

/** How long a stopped query may go on before the engine is restarted under it: some operators do not hear a stop. */
const STOP_GRACE_MS = 1000;

/** A lake in the browser, whose engine reads files too and can be restarted. */
export interface BrowserLake extends Lake {
  /**
   * Runs work that reads files, on a connection of its own, which sees what others have made. Rejects with
   * `EngineStopped` where the engine is restarted meanwhile.
   */
  withFiles<T>(work: (files: WasmFiles) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Starts the engine anew: its memory is given back, and what was inserted is gone (`generation`). */
  restart(): Promise<void>;
}

/** The lake over DuckDB-WASM, in a worker of its own. Throws `UnavailableError` where the engine does not start. */
export async function openWasmLake(assets: WasmLakeAssets): Promise<BrowserLake> {
  return new WasmLake(assets, await WasmEngine.start(assets));
}

class WasmLake implements BrowserLake {
  readonly #assets: WasmLakeAssets;
  #engine: Promise<WasmEngine>;
  #generation = 1;
  readonly #torn: TornLake;

  constructor(assets: WasmLakeAssets, engine: WasmEngine) {
    this.#assets = assets;
    this.#torn = new TornLake(assets.lake);
    this.#engine = Promise.resolve(engine);
  }

  get generation(): number {
    return this.#generation;
  }

  async query(sql: string, options: QueryOptions = {}): Promise<QueryResult> {
    const {signal} = options;
    signal?.throwIfAborted();
    if (isBlankSql(sql)) throw new QueryError("no statement to run", {sql});
    const former = await this.#started();
    if (await this.#torn.canMend()) await this.#restart(former);
    const engine = await this.#started();
    const running = engine.use((db, connection) => queryWasm(db, connection, sql, options));
    try {
      return await (signal
        ? Promise.race([running, this.#graceAfter(signal, engine, running)])
        : running);
    } catch (error) {
      // another query was stopped the hard way and this one only stood behind it, or the lake was closed
      const isRestarted = error instanceof EngineStopped && (await this.#started()) !== engine;
      if (isRestarted && !signal?.aborted) return this.query(sql, options);
      signal?.throwIfAborted();
      throw this.#torn.toError(error);
    }
  }

  async insert(table: TableName, data: DataTable): Promise<void> {
    if (data.columns.length === 0)
      throw new InputError(`table without columns: ${table.schema}.${table.name}`);
    await this.query(
      `CREATE SCHEMA IF NOT EXISTS memory.${quoteIdentifier(table.schema)}; CREATE OR REPLACE TABLE ${toPath(table)} (${toDefinition(data)})`
    );
    const {schema, name} = table;
    const engine = await this.#started();
    await engine.use((db, connection) =>
      db.insertArrowFromIPCStream(connection, toArrowStream(data), {schema, name, create: false})
    );
  }

  async append(table: TableName, data: DataTable): Promise<void> {
    if (!data.columns[0]?.values.length) return;
    const stage = {schema: table.schema, name: `${table.name} (appended)`};
    await this.insert(stage, data);
    const names = data.columns.map(({name}) => quoteIdentifier(name)).join(", ");
    try {
      await this.query(
        `INSERT INTO ${toPath(table)} (${names}) SELECT ${names} FROM ${toPath(stage)}`
      );
    } finally {
      await this.query(`DROP TABLE ${toPath(stage)}`);
    }
  }

  async withFiles<T>(work: (files: WasmFiles) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const engine = await this.#started();
    return engine.use((db, connection) => work(new WasmFiles(db, connection, signal)));
  }

  async restart(): Promise<void> {
    await this.#restart(await this.#started());
  }

  async close(): Promise<void> {
    const engine = await this.#engine.catch(() => undefined); // one that did not start needs no stop
    await engine?.stop();
  }

  /** Never resolves; rejects some time after the stop, with the engine restarted where the query is running still. */
  async #graceAfter(
    signal: AbortSignal,
    engine: WasmEngine,
    running: Promise<unknown>
  ): Promise<never> {
    await new Promise((resolve) => signal.addEventListener("abort", resolve, {once: true}));
    const settled = running.then(
      () => true,
      () => true
    );
    const grace = new Promise<false>((resolve) => setTimeout(() => resolve(false), STOP_GRACE_MS));
    if (!(await Promise.race([settled, grace]))) await this.#restart(engine);
    throw signal.reason;
  }

  /** The engine; where the last one did not start, another try. */
  #started(): Promise<WasmEngine> {
    const engine = this.#engine;
    return engine.catch(() => {
      if (this.#engine === engine) this.#engine = WasmEngine.start(this.#assets);
      return this.#engine;
    });
  }

  async #restart(stuck: WasmEngine): Promise<void> {
    if ((await this.#started()) !== stuck) return;
    this.#torn.mend();
    this.#engine = WasmEngine.start(this.#assets);
    ++this.#generation;
    await stuck.stop();
  }
}

function toDefinition({columns}: DataTable): string {
  return columns.map(({name, type}) => `${quoteIdentifier(name)} ${toSqlType(type)}`).join(", ");
}
