import type {Cluster, StepEffect, StepSuggestion} from "../../model/cleaning.ts";
import type {ClusterMethod, Recipe, Step} from "../../model/recipe.ts";
import type {Column} from "../../model/column.ts";
import type {
  Batch,
  BatchCounts,
  InPlaceTable,
  KeptFile,
  RawTable,
  Rollback
} from "../../model/batch.ts";
import type {ParseOptions} from "../../model/parse-options.ts";
import type {Problem} from "../../model/problem.ts";
import type {QueryResult} from "../../model/query-result.ts";
import type {Reject} from "../../model/table.ts";

export type {Cluster, StepEffect, StepSuggestion} from "../../model/cleaning.ts";

/** A file that somebody dropped, picked or pasted. */
export interface ImportFile {
  /** The name or, out of a folder, the path below it. */
  readonly path: string;
  readonly blob: Blob;
  /** Where the browser gives one: with it the file need not be copied to be there after a reload. */
  readonly handle?: FileSystemFileHandle;
}

export interface ImportProgress {
  readonly step: "read" | "hash" | "copy" | "load";
  readonly file: string;
  /** Bytes, or rows where `step` is "load". */
  readonly done: number;
  readonly total: number;
}

export interface WorkOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** Whether a file that lies on this machine can be read: at once, after the person allows it, or no more. */
export type FileAccess = "granted" | "prompt" | "missing";

/** Files and batches, and what is read of them: `workspace.imports`. */
export interface Imports {
  /** Reads files as they would be imported; keeps nothing. A file that cannot be read is an item with a refusal. */
  open(files: readonly ImportFile[], options?: WorkOptions): Promise<ImportSession>;

  /** Newest first, those that were rolled back too. */
  batches(): Promise<Batch[]>;
  /** What `rollback` would do. */
  planRollback(batch: string, options?: WorkOptions): Promise<Rollback>;
  /** Takes a batch back; later batches stay, and their values with them. */
  rollback(batch: string, options?: WorkOptions): Promise<Rollback>;
  /** Undoes a rollback. */
  restore(batch: string, options?: WorkOptions): Promise<void>;
  /** The rows that a batch refused, each with its text. */
  rejects(batch: string): Promise<Reject[]>;

  /** The tables of the schema `raw`, by name, for catalogues: nothing is read for it. */
  tables(): Promise<RawTable[]>;

  /** Tables that are queried in place. */
  inPlace(): Promise<InPlaceTable[]>;
  /** Whether a table's file can be read: at once, after the person allows it anew, or no more. */
  access(target: string): Promise<FileAccess>;
  /** Asks the person for a table's file; only in answer to a click. */
  requestAccess(target: string): Promise<FileAccess>;
  removeInPlace(target: string): Promise<void>;

  files(): Promise<KeptFile[]>;
  /** Throws `InputError` where batches need the file, and says which. */
  removeFile(sha256: string): Promise<void>;

  recipes(): Promise<Recipe[]>;
  /** Throws `InputError` that names what is wrong in it. */
  saveRecipe(recipe: unknown): Promise<Recipe>;
  removeRecipe(id: string): Promise<void>;

  /** Two versions of a file, row by row; by `key` where it is given, else by whole rows. */
  compare(
    before: string,
    after: string,
    options?: WorkOptions & {readonly inner?: string; readonly key?: readonly string[]}
  ): Promise<Comparison>;

  /** Called after each change of batches, files, recipes or tables, in this tab or another. Gives what stops it. */
  onChange(listener: () => void): () => void;
}

/** Why an import of this size would not go well, and the way out; null where it will. */
export interface Estimate {
  readonly storageBytes: number;
  readonly memoryBytes: number;
  readonly refusal: string | null;
}

/** Files that were opened to be imported, and what is read of them. */
export interface ImportSession {
  /** One a table in a file, and one for each file that gives none. Those of an archive's files follow each other. */
  readonly items: readonly ImportItem[];
  /** Reads, or cleans, an item anew with other options; gives the item as it then is. */
  update(item: string, change: ImportChange, options?: WorkOptions): Promise<ImportItem>;
  /** What the step at `index` of an item's recipe does to the rows that come to it, applied or not. */
  effect(item: string, steps: readonly Step[], index: number): Promise<StepEffect>;
  /** Values of a column that look alike, as they are before the step at `index` (default: after all steps). */
  clusters(
    item: string,
    column: string,
    method: ClusterMethod,
    options?: WorkOptions & {readonly index?: number}
  ): Promise<Cluster[]>;
  /** Steps that the rows, as they are after the item's own steps, would do well with. */
  suggest(item: string, options?: WorkOptions): Promise<StepSuggestion[]>;
  /** All rows after the steps, to be looked at or kept as something else than a table. */
  rows(item: string, options?: WorkOptions): Promise<QueryResult>;
  /** How the rows stand to those that are there: what a batch would count. */
  plan(item: string, options?: WorkOptions): Promise<BatchCounts>;
  /**
   * Keeps the files and writes the batches (or the tables in place) of all items that are included: all or nothing.
   * Throws `InputError` where there is no room, before anything is written.
   */
  commit(options?: WorkOptions): Promise<Batch[]>;
  /** Forgets what was read and not committed. */
  close(): Promise<void>;
}

export interface ImportChange {
  readonly parse?: ParseOptions;
  readonly recipe?: Recipe;
  readonly mode?: "import" | "in-place";
  readonly included?: boolean;
}

/** A table in a file that may be imported. */
export interface ImportItem {
  readonly id: string;
  readonly file: string;
  readonly bytes: number;
  /** The table inside of the file: a sheet, an element, an archive's file; "" where it is the only one. */
  readonly inner: string;
  readonly format: string | null;
  /** The connector's label. */
  readonly connector: string | null;
  /** Why the file gives no table; all below is then empty. */
  readonly refusal: string | null;
  readonly problems: readonly Problem[];
  readonly rejects: readonly Reject[];
  /** How the file was read: each guess, or what was told instead. */
  readonly parse: ParseOptions;
  /** The columns as the file has them, before the steps. */
  readonly source: readonly Column[];
  /** Steps, target and key: of a recipe that fits, or an empty one. */
  readonly recipe: Recipe;
  /** Whether `recipe` is a saved one that was recognised, and others that fit. */
  readonly isRecognised: boolean;
  readonly others: readonly Recipe[];
  /** The columns after the steps, how many rows there are, and the first hundred. */
  readonly columns: readonly Column[];
  readonly rows: number;
  /** Whether the file is large and was read in part: `rows` and all that is counted are of that part. */
  readonly isSample: boolean;
  readonly sample: QueryResult;
  /** The step that fails, and why; the rows are then those before it. */
  readonly stepFailure: {readonly index: number; readonly what: string} | null;
  /** Whether the target is there already, so that the rows join others. */
  readonly joins: boolean;
  /** The same bytes were imported before, with these batches. */
  readonly knownBatches: readonly string[];
  readonly mode: "import" | "in-place";
  readonly included: boolean;
  readonly estimate: Estimate;
}

/** How two versions of a file differ. */
export interface Comparison {
  readonly columnsAdded: readonly string[];
  readonly columnsRemoved: readonly string[];
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly same: number;
  /** `_change` ("added", "removed", "changed"), the key, then `name` and `name (before)` for each column; at most 10,000 rows. */
  readonly rows: QueryResult;
}
