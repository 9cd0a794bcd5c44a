import type {Problem} from "../model/problem.ts";
import type {ToCleaner} from "./cleaner.ts";
import type {Engine} from "./engine.ts";
import type {Detect} from "../model/format.ts";

export interface CompileOptions {
  /** The folder of raw files. */
  readonly raw: string;
  /** The lake to write. What it was before is reused, and stays as it is until the new one is whole. */
  readonly out: string;
  readonly detect: Detect;
  /** Makes recipes of the documents in the raw folder whose names end in `.recipe.json`. */
  readonly toCleaner?: ToCleaner;
  /** Changes where the same files would be read otherwise, besides by recipes: a user's connectors. */
  readonly settings?: string;
  /** What is wrong beside the files, for the catalogue; more may come in while files are read. */
  readonly problems?: readonly Problem[];
  /** What is written into the lake besides its tables and their catalogue. */
  readonly addition?: LakeAddition;
  /** Reads every file, whatever is known of it. */
  readonly force?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CompileProgress) => void;
}

/** Something that is made of the lake's tables and travels with them, in a schema of its own. */
export interface LakeAddition {
  /** Whether the lake that is attached as `old` has it as it is to be; asked where no file has changed. */
  isCurrent(engine: Engine): Promise<boolean>;
  /** Writes it into the lake that is attached as `new`; what the former one had may be attached as `old`. */
  write(engine: Engine, signal?: AbortSignal): Promise<void>;
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
