import type {ReactiveController, ReactiveControllerHost} from "lit";
import type {QueryResult, TableName, Workspace} from "../src/index.ts";
import {isAbortError} from "../src/index.ts";
import {toTableQuery} from "./row-queries.ts";

const FIRST_ROWS = 1000;

/** The first rows of a table, for the element that shows them: read once, stopped when the element goes. */
export class FirstRows implements ReactiveController {
  /** Undefined until they are read. */
  rows: QueryResult | undefined;
  /** Why they cannot be read. */
  failure: unknown;
  readonly #host: ReactiveControllerHost;
  #reading: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** Stops a reading and drops what was read. */
  forget(): void {
    this.#reading?.abort();
    this.#reading = undefined;
    this.rows = this.failure = undefined;
  }

  /** Reads the rows; a reading of before is stopped. */
  async read(workspace: Workspace, table: TableName): Promise<void> {
    this.#reading?.abort();
    const reading = (this.#reading = new AbortController());
    this.failure = undefined;
    try {
      const sql = `${toTableQuery(table)} limit ${FIRST_ROWS}`;
      const rows = await workspace.query(sql, {signal: reading.signal});
      if (!reading.signal.aborted) this.rows = rows;
    } catch (error) {
      if (!reading.signal.aborted && !isAbortError(error)) this.failure = error;
    } finally {
      if (this.#reading === reading) this.#reading = undefined;
      this.#host.requestUpdate();
    }
  }

  /** True while they are being read. */
  get isReading(): boolean {
    return this.#reading !== undefined;
  }
}
