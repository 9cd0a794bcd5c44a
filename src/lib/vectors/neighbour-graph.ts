/** For each of `size` rows its `k` nearest other rows, the nearest first. */
export interface NeighbourGraph {
  readonly size: number;
  /** At most what was asked for; fewer where there are not so many rows. */
  readonly k: number;
  /** size × k row numbers; -1 where a row has no vector or no further neighbour. */
  readonly neighbours: Int32Array;
  /** size × k cosines, from -1 to 1; 0 beside a -1. */
  readonly similarities: Float32Array;
}

export interface NeighbourOptions {
  /** Neighbours of each row. */
  readonly k: number;
  readonly signal?: AbortSignal;
  /** Rows that are done, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
}
