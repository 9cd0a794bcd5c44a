import {UnavailableError} from "../lib/errors.ts";
import type {QueryResult} from "../model/query-result.ts";
import type {DataTable} from "../model/table.ts";
import type {QueryOptions, TableName} from "./lake.ts";
import type {WasmFiles} from "./wasm-files.ts";
import type {BrowserLake} from "./wasm-lake.ts";

/** A lake that is opened by the first thing asked of it, so that a page without SQL loads no engine. A failed opening is tried again by the next. */
export class LazyLake implements BrowserLake {
  readonly #open: () => Promise<BrowserLake>;
  #lake: Promise<BrowserLake> | undefined;
  #opened: BrowserLake | undefined;
  #isClosed = false;

  constructor(open: () => Promise<BrowserLake>) {
    this.#open = open;
  }

  /** 0 until the lake is open. */
  get generation(): number {
    return this.#opened?.generation ?? 0;
  }

  /** Opens the lake now, where it will be needed soon. Throws `UnavailableError` once it was closed. */
  async opened(): Promise<BrowserLake> {
    if (this.#isClosed) throw new UnavailableError("lake is closed: reload this page");
    this.#lake ??= this.#open();
    try {
      return (this.#opened = await this.#lake);
    } catch (error) {
      this.#lake = undefined;
      throw error;
    }
  }

  async query(sql: string, options?: QueryOptions): Promise<QueryResult> {
    return (await this.opened()).query(sql, options);
  }

  async insert(table: TableName, data: DataTable): Promise<void> {
    return (await this.opened()).insert(table, data);
  }

  async append(table: TableName, data: DataTable): Promise<void> {
    return (await this.opened()).append(table, data);
  }

  async withFiles<T>(work: (files: WasmFiles) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return (await this.opened()).withFiles(work, signal);
  }

  /** Nothing to restart where nothing was opened. */
  async restart(): Promise<void> {
    await (await this.#lake)?.restart();
  }

  async close(): Promise<void> {
    const lake = this.#lake;
    this.#isClosed = true;
    this.#lake = undefined;
    await (await lake)?.close();
  }
}
