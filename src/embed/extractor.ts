/** The bare model: what the batching embedder needs of a runtime, in this thread or in a worker. */
export interface Extractor {
  /** Numbers in each vector. */
  readonly dimensions: number;
  /** Non-empty texts → texts × dimensions numbers, row by row; zeros where a text has no token. */
  extract(texts: readonly string[]): Promise<Float32Array>;
  close(): Promise<void>;
}
