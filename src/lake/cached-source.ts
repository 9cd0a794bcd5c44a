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

/** Columns beside those of the table; no file's column can be called so, since names are trimmed. */
const FIRST_COLUMN = quoteIdentifier(" first");
const FILE_COLUMN = quoteIdentifier(" file");

/** Rows out of the previous lake, attached as `old`: a file's, or those of several files that stand there in a row. */
export class CachedSource implements Source {
  readonly #cached: CachedRows;
  readonly #joined: readonly CachedRows[];
  readonly rows: number;

  constructor(cached: CachedRows, joined: readonly CachedRows[] = [cached]) {
    this.#cached = cached;
    this.#joined = joined;
    this.rows = joined.reduce((sum, {rows}) => sum + rows, 0);
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
    const {stored, table, first, origin} = this.#cached;
    const isJoined = this.#joined.length > 1;
    const list = selectList(
      stored,
      target,
      fileColumn === undefined
        ? undefined
        : {name: fileColumn, value: isJoined ? FILE_COLUMN : quoteText(origin.path)}
    );
    const path = `old.main.${quoteIdentifier(table)}`;
    const where = `rowid BETWEEN ${first} AND ${first + this.rows - 1}`;
    return fileColumn !== undefined && isJoined
      ? `SELECT ${list} FROM (SELECT *, rowid FROM ${path} WHERE ${where}) AS stored
          ASOF JOIN (${toFiles(this.#joined)}) ON stored.rowid >= ${FIRST_COLUMN} ORDER BY stored.rowid`
      : `SELECT ${list} FROM ${path} WHERE ${where}`;
  }

  /** Parts that stand in the previous table one behind the other. */
  join(next: Source): Source | undefined {
    if (!(next instanceof CachedSource)) return undefined;
    const {table, first} = next.#cached;
    if (table !== this.#cached.table || first !== this.#cached.first + this.rows) return undefined;
    return new CachedSource(this.#cached, [...this.#joined, ...next.#joined]);
  }
}

/** SQL that gives the file of each part with rows, by the part's first row. */
function toFiles(parts: readonly CachedRows[]): string {
  const filled = parts.filter(({rows}) => rows > 0);
  const firsts = filled.map(({first}) => first).join(", ");
  const files = filled.map(({origin}) => quoteText(origin.path)).join(", ");
  return `SELECT unnest([${firsts}]::BIGINT[]) AS ${FIRST_COLUMN}, unnest([${files}]::VARCHAR[]) AS ${FILE_COLUMN}`;
}
