import type {Column} from "./column.ts";
import type {Recipe} from "./recipe.ts";

/** A file whose bytes, or whose handle, the browser keeps. */
export interface KeptFile {
  readonly sha256: string;
  /** The name or, out of a folder, the path. */
  readonly path: string;
  readonly bytes: number;
  readonly modified: number;
  readonly added: number;
  /** "copy": the bytes lie in the browser's own file system; "handle": the file stays where it is. */
  readonly kept: "copy" | "handle";
}

/** How many rows of a batch were new, changed, and the same as before, by key; and how many were refused. */
export interface BatchCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** What came in at one time out of one table of one file. */
export interface Batch {
  /** UUIDv7: batches in the order in which they came. */
  readonly id: string;
  readonly at: number;
  readonly file: {readonly sha256: string; readonly path: string};
  /** The table inside of the file. */
  readonly inner: string;
  /** The table in the schema `raw` that the rows stand in. */
  readonly target: string;
  /** As it was then; later changes of the recipe change no batch. */
  readonly recipe: Recipe;
  readonly counts: BatchCounts;
  /** When it was rolled back; null while it counts. */
  readonly rolledBack: number | null;
}

/** A table that is asked where the file lies, or out of its kept bytes, without batches. */
export interface InPlaceTable {
  readonly target: string;
  readonly file: {readonly sha256: string; readonly path: string};
  readonly inner: string;
  /** How it is read, and the steps that its rows go through each time. */
  readonly recipe: Recipe;
  readonly at: number;
}

/** A table of the schema `raw`, as catalogues list it. */
export interface RawTable {
  readonly name: string;
  /** "in-place": asked where the file lies; "import": put together from batches. */
  readonly kind: "import" | "in-place";
  readonly columns: readonly Column[];
  /** Null where it is known only when all of the file is read. */
  readonly rows: number | null;
  /** In the order in which they came. */
  readonly files: readonly {readonly sha256: string; readonly path: string}[];
  /** How many batches count. */
  readonly batches: number;
}

/** Names in the schema `raw` that no user's table may take: what is kept of files and batches. */
export const RAW_RELATIONS = ["files", "batches", "rejects"] as const;

/** What taking a batch back does, or did. */
export interface Rollback {
  readonly batch: string;
  /** Rows that go, and rows that get an earlier value again. */
  readonly removed: number;
  readonly restored: number;
  /** Rows that keep the value of a later batch, and the first of their keys. */
  readonly kept: number;
  readonly keptKeys: readonly (readonly string[])[];
}
