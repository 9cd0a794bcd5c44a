import type {RecordOf, RecordTable} from "../model/change.ts";
import type {LoadMode, Verdict} from "./archive-judge.ts";
import {RECORD_TABLES} from "./archive-tables.ts";
import type {WorkOptions} from "./work.ts";

export interface LoadOptions extends WorkOptions {
  readonly mode: LoadMode;
  /** How many rows the archive has, for `onProgress`. */
  readonly rows?: number;
  /** The imported files whose bytes are here, by SHA-256: batches of others are left out. */
  readonly files?: ReadonlySet<string>;
  /** Judges, and writes nothing. */
  readonly isDry?: boolean;
}

/** What came of the records of one table. */
export type LoadCounts = Readonly<Record<Verdict | "refused" | "removed", number>>;

/** A record that cannot be brought in, and why. */
export interface Refusal {
  readonly table: RecordTable;
  /** The title, label or id. */
  readonly name: string;
  readonly what: string;
}

/** A record of which there are two versions. */
export interface Difference {
  readonly table: RecordTable;
  /** The title, label or id. */
  readonly name: string;
  readonly here: RecordOf[RecordTable];
  readonly archived: RecordOf[RecordTable];
  /** The one that is here after loading. */
  readonly stays: "here" | "archived";
}

export interface Loaded {
  readonly counts: Readonly<Record<RecordTable, LoadCounts>>;
  /** The first hundred. */
  readonly refusals: readonly Refusal[];
  /** The first hundred. */
  readonly differences: readonly Difference[];
  /** How many writes the history got. */
  readonly writes: number;
  /** Batches and tables of imports that were left out, since the bytes of their files are nowhere. */
  readonly leftOut: number;
  /** What undo takes back; null where nothing was different, and where the store was empty. */
  readonly group: string | null;
}

/** Counts to begin with. */
export function noCounts(): Record<RecordTable, Record<keyof LoadCounts, number>> {
  const none = () => ({added: 0, changed: 0, unchanged: 0, older: 0, refused: 0, removed: 0});
  return Object.fromEntries(RECORD_TABLES.map((table) => [table, none()])) as ReturnType<
    typeof noCounts
  >;
}
