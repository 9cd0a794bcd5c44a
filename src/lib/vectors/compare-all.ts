import type {BestLists} from "./best-lists.ts";
import type {Int8Rows} from "./int8-rows.ts";
import {TILE_QUERIES} from "./int8-rows.ts";

export interface Comparison {
  /** Row-major. */
  readonly vectors: Float32Array;
  readonly dimensions: number;
  /** The rows of `vectors` to be compared; candidates are places in this list. */
  readonly present: Int32Array;
  /** Working memory, of `dimensions`. */
  readonly createRows: () => Int8Rows;
}

export interface ComparisonWork {
  readonly pause: () => Promise<void> | undefined;
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Offers each row to each other one, once. */
export async function compareAll(
  {vectors, dimensions, present, createRows}: Comparison,
  best: BestLists,
  {pause, onProgress}: ComparisonWork
): Promise<void> {
  const size = present.length;
  const rows = createRows();
  rows.resize(size);
  for (let i = 0; i < size; ++i) rows.set(i, vectors, present[i]! * dimensions);
  for (let first = 0; first < size; first += TILE_QUERIES) {
    await pause();
    const queries = Math.min(TILE_QUERIES, size - first);
    for (let q = 0; q < queries; ++q) rows.setTileQuery(q, rows, first + q);
    for (let start = first + 1; start < size;) {
      const scores = rows.tile(start, size);
      offerBothWays(best, scores, first, queries, start);
      start += scores.length / TILE_QUERIES;
    }
    // what is left are the pairs of rows not yet done
    onProgress(1 - ((size - first) / size) ** 2);
  }
}

function offerBothWays(
  best: BestLists,
  scores: Float32Array,
  first: number,
  queries: number,
  start: number
): void {
  const {least} = best;
  for (let q = 0; q < queries; ++q) {
    const query = first + q;
    const skipped = Math.max(0, query + 1 - start);
    for (let at = skipped * TILE_QUERIES + q, row = start + skipped; at < scores.length; ++row) {
      const score = scores[at]!;
      at += TILE_QUERIES;
      if (score >= least[query]!) best.offer(query, row, score);
      if (score >= least[row]!) best.offer(row, query, score);
    }
  }
}
