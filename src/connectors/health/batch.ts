import type {DataTable, TableSink} from "../../model/table.ts";
import type {Field} from "../kit/kit.ts";
import {toFieldTable} from "../kit/kit.ts";

const BATCH_ROWS = 10_000;

/** Rows of one table that wait to be written, so that no more of them are in memory than a batch and a piece of the file. */
export class RowBatch<T> {
  readonly #name: string;
  readonly #fields: readonly Field<T>[];
  readonly #key: readonly string[];
  #items: T[] = [];
  /** All rows, written ones too. */
  count = 0;

  constructor(name: string, fields: readonly Field<T>[], key: readonly string[]) {
    this.#name = name;
    this.#fields = fields;
    this.#key = key;
  }

  add(item: T): void {
    this.#items.push(item);
    ++this.count;
  }

  /** Writes what waits: where it is a batch, or `isLast`. */
  async write(sink: TableSink, isLast = false): Promise<void> {
    if (this.#items.length === 0 || (!isLast && this.#items.length < BATCH_ROWS)) return;
    const items = this.#items;
    this.#items = [];
    await sink.write(this.toTable(items));
  }

  private toTable(items: readonly T[]): DataTable {
    return toFieldTable(this.#name, items, this.#fields, this.#key);
  }
}
