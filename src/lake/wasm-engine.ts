import {AsyncDuckDB, DuckDBDataProtocol, VoidLogger} from "@duckdb/duckdb-wasm";
import {UnavailableError} from "../lib/errors.ts";
import {SEE_SERVER} from "../lib/lost-file.ts";
import {SEARCH_PATH_STATEMENT, WASM_MACRO_STATEMENTS, bootStatements} from "./boot.ts";
import {toQueryError} from "./query-error.ts";
import {toLostLake} from "./torn-lake.ts";

/** Connections kept for the next query; more are made while more queries run at once. */
const MAX_IDLE_CONNECTIONS = 4;
const LAKE_FILE = "lake.duckdb";
const WASM = "application/wasm";

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

/** The engine was stopped while a task was under way; what was in its memory is gone. */
export class EngineStopped extends UnavailableError {
  override readonly name = "EngineStopped";
}

/** One DuckDB-WASM in a worker of its own, with the compiled lake attached. */
export class WasmEngine {
  readonly #db: AsyncDuckDB;
  readonly #extensions: string;
  readonly #idle: number[] = [];
  readonly #stopped: Promise<never>;
  #stop: (reason: EngineStopped) => void = () => undefined;
  #ready = false;

  /** Throws `UnavailableError` where the engine does not start or the compiled lake cannot be attached. */
  static async start(assets: WasmLakeAssets): Promise<WasmEngine> {
    const engine = new WasmEngine(
      new AsyncDuckDB(new VoidLogger(), new Worker(assets.worker)),
      assets.extensions
    );
    try {
      await engine.#boot(assets);
      return engine;
    } catch (error) {
      await engine.stop();
      throw toStartError(error, assets);
    }
  }

  private constructor(db: AsyncDuckDB, extensions: string) {
    this.#db = db;
    this.#extensions = extensions;
    this.#stopped = new Promise((_, reject) => (this.#stop = reject));
    this.#stopped.catch(() => undefined); // heard by the tasks that are under way, if there are any
  }

  /** Runs a task on a connection of its own. Rejects with `EngineStopped` where the engine is stopped meanwhile. */
  async use<T>(task: (db: AsyncDuckDB, connection: number) => Promise<T>): Promise<T> {
    return Promise.race([this.#stopped, this.#connected(task)]);
  }

  /** Ends the worker, whatever it does, and gives its memory back. */
  async stop(): Promise<void> {
    this.#stop(new EngineStopped("the SQL engine was stopped"));
    await this.#db.terminate();
  }

  async #boot({wasm, lake}: WasmLakeAssets): Promise<void> {
    const program = await toProgram(wasm);
    try {
      await this.#db.instantiate(program.url);
    } finally {
      program.release();
    }
    // where this is not said, version 1.32 fetches whole files
    await this.#db.open({
      filesystem: {reliableHeadRequests: true, allowFullHTTPReads: true, forceFullHTTPReads: false}
    });
    if (lake !== undefined)
      await this.#db.registerFileURL(LAKE_FILE, lake, DuckDBDataProtocol.HTTP, false);
    await this.use(async (db, connection) => {
      await db.runQuery(
        connection,
        lake === undefined
          ? "ATTACH ':memory:' AS lake"
          : `ATTACH '${LAKE_FILE}' AS lake (READ_ONLY)`
      );
      for (const statement of [
        "CREATE SCHEMA memory.ws",
        "CREATE SCHEMA memory.raw",
        ...WASM_MACRO_STATEMENTS,
        SEARCH_PATH_STATEMENT
      ]) {
        await db.runQuery(connection, statement);
      }
    });
    this.#ready = true;
  }

  async #connected<T>(task: (db: AsyncDuckDB, connection: number) => Promise<T>): Promise<T> {
    const connection = this.#idle.pop() ?? (await this.#connect());
    try {
      return await task(this.#db, connection);
    } finally {
      if (this.#idle.length < MAX_IDLE_CONNECTIONS) this.#idle.push(connection);
      else await this.#db.disconnect(connection);
    }
  }

  async #connect(): Promise<number> {
    const connection = await this.#db.connectInternal();
    for (const statement of bootStatements(this.#extensions))
      await this.#db.runQuery(connection, statement);
    if (this.#ready) await this.#db.runQuery(connection, SEARCH_PATH_STATEMENT);
    return connection;
  }
}

/**
 * Where the engine's worker finds its program. The worker says nothing where the file does not come, or where its server
 * does not call it WebAssembly (many know no such type), and would be waited for without end: the one throws, the other
 * is fetched here and given to it under its right type.
 */
async function toProgram(url: string): Promise<{url: string; release(): void}> {
  const head = await load(url, {method: "HEAD"});
  if (isWasm(head)) return {url, release: () => undefined};
  const bytes = await (await load(url)).arrayBuffer();
  const copy = URL.createObjectURL(new Blob([bytes], {type: WASM}));
  return {url: copy, release: () => URL.revokeObjectURL(copy)};
}

async function load(url: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init).catch(() => undefined);
  if (response === undefined || response.status === 404) throw new Error(`could not load ${url}`);
  return response;
}

function isWasm({ok, headers}: Response): boolean {
  return ok && headers.get("content-type")?.split(";")[0] === WASM;
}

function toStartError(thrown: unknown, {lake}: WasmLakeAssets): UnavailableError {
  const error = toQueryError(thrown, "");
  const lost = lake === undefined ? undefined : toLostLake(error, lake);
  if (lost) return lost;
  return new UnavailableError(
    `the SQL engine did not start: ${error.message}; ${SEE_SERVER}, then try again`,
    {cause: thrown}
  );
}
