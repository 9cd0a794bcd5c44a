import {quoteIdentifier, quoteText} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";
import type {Origin, Source, SourceColumn} from "./source.ts";
import {selectList} from "./source.ts";

/** Rows that the previous lake has already, `first` to `first + rows - 1` of a table of it. */
export interface CachedRows {
  /** The file, or the archive that it lies in. */
  readonly file: string;
  readonly origin: Origin;
  readonly inner: string;
  readonly target?: string;
  readonly key?: readonly string[];
  /** The columns as the file has them. */
  readonly columns: readonly SourceColumn[];
  readonly table: string;
  /** The columns as the previous table has them, without the one for the file. */
  readonly stored: readonly Column[];
  readonly first: number;
  readonly rows: number;
  /** How many rows the file has; more than `rows` where another file's were taken for some of them. */
  readonly given: number;
}

/** A file's rows out of the previous lake, attached as `old`. */
export class CachedSource implements Source {
  readonly #cached: CachedRows;

  constructor(cached: CachedRows) {
    this.#cached = cached;
  }

  get origin(): Origin {
    return this.#cached.origin;
  }

  get target(): string | undefined {
    return this.#cached.target;
  }

  get key(): readonly string[] | undefined {
    return this.#cached.key;
  }

  get inner(): string {
    return this.#cached.inner;
  }

  get columns(): readonly SourceColumn[] {
    return this.#cached.columns;
  }

  get rows(): number {
    return this.#cached.rows;
  }

  /** True where the previous table has all rows, and the columns in the types that are wanted now: only then are its rows the same. */
  fits(target: readonly Column[]): boolean {
    if (this.#cached.rows < this.#cached.given) return false;
    const own = new Set(this.columns.map(({name}) => name.toLowerCase()));
    const stored = new Map(this.#cached.stored.map(({name, type}) => [name.toLowerCase(), type]));
    return target.every(
      ({name, type}) => !own.has(name.toLowerCase()) || stored.get(name.toLowerCase()) === type
    );
  }

  select(target: readonly Column[], fileColumn?: string): string {
    const {stored, table, first, rows, origin} = this.#cached;
    const value = quoteText(origin.path);
    const list = selectList(
      stored,
      target,
      fileColumn === undefined ? undefined : {name: fileColumn, value}
    );
    return `SELECT ${list} FROM old.main.${quoteIdentifier(table)} WHERE rowid BETWEEN ${first} AND ${first + rows - 1}`;
  }
}
