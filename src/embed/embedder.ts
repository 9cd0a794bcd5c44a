import type {Backend} from "./backend.ts";

export interface EmbedOptions {
  /** Stops between two batches; `embed` then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each batch with the texts that have their vector, out of all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Turns texts into vectors with one model. The same text gives the same vector in every call. */
export interface Embedder {
  /** The model's folder name, for instance `builtin`. */
  readonly model: string;
  /** Numbers in each vector. */
  readonly dimensions: number;
  /** What computes the vectors, and why that; left out where it is not known. */
  readonly backend?: Backend | undefined;
  /**
   * Texts → texts × dimensions numbers, row by row, each row of length 1. A text without any token (empty, blank) has no
   * vector: its row is all zeros, see `hasVector`. Numbers are never NaN.
   */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array>;
  /** Frees the model. Later calls of `embed` reject. */
  close(): Promise<void>;
}
