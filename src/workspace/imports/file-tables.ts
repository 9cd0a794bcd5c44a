import type {Column} from "../../model/column.ts";
import type {ParseOptions} from "../../model/parse-options.ts";
import type {Problem} from "../../model/problem.ts";
import type {Reject} from "../../model/table.ts";

/** What to read, and how. */
export interface ReadRequest {
  readonly path: string;
  readonly blob: Blob;
  readonly parse: ParseOptions;
  /** The schema in the engine's memory that the tables are made in, as `t0`, `t1` …; it is there already. */
  readonly schema: string;
  /** Only the beginning, where the file can be read in part: about as many bytes, and as many rows. */
  readonly sample: {readonly bytes: number; readonly rows: number} | null;
  /** Only the table by this name inside of the file. */
  readonly inner: string | null;
  /** What the engine reads by itself becomes a view of the file, not a copy of its rows. */
  readonly isInPlace: boolean;
}

/** A table of a file, as it stands in the engine. */
export interface ReadTable {
  /** The table inside of the file; of an archive the file in it, and the table there. */
  readonly inner: string;
  /** What its connector calls it, and what names its rows for good. */
  readonly target: string | null;
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: number;
  /** Its place in SQL. */
  readonly relation: string;
  readonly problems: readonly Problem[];
  readonly rejects: readonly Reject[];
}

/** What one file gave. */
export interface FileTables {
  readonly format: string | null;
  readonly connector: {readonly name: string; readonly label: string} | null;
  readonly tables: readonly ReadTable[];
  /** Of the file as a whole. */
  readonly problems: readonly Problem[];
  readonly rejects: readonly Reject[];
  /** How it was read: what was told, and what was guessed. */
  readonly parse: ParseOptions;
  /** Whether it was read only in part. */
  readonly isSample: boolean;
  /** Files of the engine that views stand on; whoever drops the views releases them. */
  readonly mounts: readonly string[];
}

export interface ReadWork {
  readonly signal?: AbortSignal;
  /** Called with the bytes that were read so far. */
  readonly onProgress?: (done: number) => void;
}
