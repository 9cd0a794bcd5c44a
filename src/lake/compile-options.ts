import type {Detect} from "../model/format.ts";

export interface CompileOptions {
  /** The folder of raw files. */
  readonly raw: string;
  /** The lake to write. What it was before is reused, and stays as it is until the new one is whole. */
  readonly out: string;
  readonly detect: Detect;
  /** Reads every file, whatever is known of it. */
  readonly force?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CompileProgress) => void;
}

export interface CompileProgress {
  /** What is done now: "read", then "load". */
  readonly step: "read" | "load";
  /** The file or the table. */
  readonly name: string;
  /** Counts from 0. */
  readonly index: number;
  readonly total: number;
}
