import type {ByteSource} from "../model/bytes.ts";
import type {Column} from "../model/column.ts";
import type {Row} from "../model/query-result.ts";
import type {DataColumn} from "../model/table.ts";

/** The place of a table that the reader fills. */
export interface TablePlace {
  readonly catalog: string;
  readonly schema?: string;
  readonly name: string;
}

/** What reading files needs of a SQL engine; native DuckDB and DuckDB-WASM give it, so that both read alike. */
export interface Engine {
  /** Whether it has `read_parquet`. */
  readonly readsParquet: boolean;
  /** Runs statements; gives the number of rows that the last one changed. */
  run(sql: string): Promise<number>;
  /** All rows of a query, for those that give few. */
  rows(sql: string): Promise<Row[]>;
  /** The columns that a query would give, their types written as results write them. */
  describe(sql: string): Promise<Column[]>;
  /** Makes a table of `columns`, or appends to it where it is there. */
  append(table: TablePlace, columns: readonly DataColumn[]): Promise<void>;
  /** A path by which SQL reads a file, as it lies where that is possible. */
  mount(source: ByteSource): Promise<string>;
  /** A path by which SQL reads bytes that are made anew, such as a text in another encoding. */
  write(pieces: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<string>;
  /** Forgets a path that `mount` or `write` gave. */
  release(path: string): Promise<void>;
}
