import type {Backend} from "./backend.ts";

/** The bare model: what the batching embedder needs of a runtime, in this thread or in a worker. */
export interface Extractor {
  /** Numbers in each vector. */
  readonly dimensions: number;
  /** What computes; unknown where it is left out. */
  readonly backend?: Backend | undefined;
  /** Texts that are worth handing over at once, where that is not what suits most runtimes. */
  readonly maxBatchTexts?: number | undefined;
  /** Non-empty texts → texts × dimensions numbers, row by row, each of length 1; zeros where a text has no token. */
  extract(texts: readonly string[]): Promise<Float32Array>;
  close(): Promise<void>;
}
