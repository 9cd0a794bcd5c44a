import {BestLists} from "./best-lists.ts";
import {TILE_QUERIES} from "./int8-rows.ts";
import type {Int8Rows} from "./int8-rows.ts";

/** For each row the `count` centroids nearest to it. */
export async function findNearestLists(
  rows: Int8Rows,
  centroids: Int8Rows,
  count: number,
  {pause, onProgress}: {pause: () => Promise<void> | undefined; onProgress: (share: number) => void}
): Promise<BestLists> {
  const best = new BestLists(rows.size, count);
  for (let first = 0; first < rows.size; first += TILE_QUERIES) {
    await pause();
    offerCentroids(rows, centroids, best, first);
    onProgress(first / rows.size);
  }
  return best;
}

function offerCentroids(rows: Int8Rows, centroids: Int8Rows, best: BestLists, first: number): void {
  const queries = Math.min(TILE_QUERIES, rows.size - first);
  for (let q = 0; q < queries; ++q) centroids.setTileQuery(q, rows, first + q);
  for (let start = 0; start < centroids.size;) {
    const scores = centroids.tile(start, centroids.size);
    for (let at = 0; at < scores.length; ++at) {
      const row = first + (at % TILE_QUERIES);
      if (row < rows.size && scores[at]! >= best.least[row]!)
        best.offer(row, start + Math.floor(at / TILE_QUERIES), scores[at]!);
    }
    start += scores.length / TILE_QUERIES;
  }
}
