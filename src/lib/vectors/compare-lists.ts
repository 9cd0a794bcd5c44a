import type {BestLists} from "./best-lists.ts";
import type {Comparison, ComparisonWork} from "./compare-all.ts";
import type {Int8Rows} from "./int8-rows.ts";
import {TILE_QUERIES} from "./int8-rows.ts";
import {groupByList, groupVisitors} from "./inverted-lists.ts";
import {findNearestLists} from "./nearest-lists.ts";
import {trainCentroids} from "./train-centroids.ts";

/** Lists that a row is compared with. */
const PROBES = 24;
/** A list is cut where it has more than so many times the mean: many equal texts would be one list, and cost their square. */
const LONGEST = 3;
/** Finding the lists is about so much of the work. */
const LISTS_SHARE = 0.2;

/**
 * Offers each row to those of the lists nearest to it: inverted lists by spherical k-means (as in Jégou, Douze and Schmid,
 * Product Quantization for Nearest Neighbor Search, 2011), as many as the root of the number of rows, so that the time grows
 * with n^1.5 instead of n².
 */
export async function compareLists(
  {vectors, dimensions, present, createRows}: Comparison,
  best: BestLists,
  {pause, onProgress}: ComparisonWork
): Promise<void> {
  const size = present.length;
  const lists = Math.ceil(Math.sqrt(size));
  const centroids = createRows();
  centroids.resize(lists);
  await trainCentroids(vectors, present, centroids, createRows(), pause);
  const rows = createRows();
  rows.resize(size);
  for (let i = 0; i < size; ++i) rows.set(i, vectors, present[i]! * dimensions);
  const nearest = await findNearestLists(rows, centroids, Math.min(PROBES, lists), {
    pause,
    onProgress: (share) => onProgress(share * LISTS_SHARE)
  });
  const {starts, values, firstGroups} = groupByList(nearest, lists, LONGEST * lists);
  const visitors = groupVisitors(nearest, firstGroups);
  // written again, list by list, so that what is compared lies side by side
  for (let i = 0; i < size; ++i) rows.set(i, vectors, present[values[i]!]! * dimensions);
  const places = new Int32Array(size);
  for (let i = 0; i < size; ++i) places[values[i]!] = i;
  for (let group = 0; group + 1 < starts.length; ++group) {
    const end = visitors.starts[group + 1]!;
    for (let first = visitors.starts[group]!; first < end; first += TILE_QUERIES) {
      await pause();
      const queries = visitors.values.subarray(first, Math.min(end, first + TILE_QUERIES));
      queries.forEach((query, q) => rows.setTileQuery(q, rows, places[query]!));
      offerGroup(rows, best, queries, values, starts[group]!, starts[group + 1]!);
    }
    onProgress(LISTS_SHARE + (1 - LISTS_SHARE) * (starts[group + 1]! / size));
  }
}

function offerGroup(
  rows: Int8Rows,
  best: BestLists,
  queries: Int32Array,
  values: Int32Array,
  groupStart: number,
  end: number
): void {
  const {least} = best;
  for (let start = groupStart; start < end;) {
    const scores = rows.tile(start, end);
    for (let q = 0; q < queries.length; ++q) {
      const query = queries[q]!;
      for (let at = q, place = start; at < scores.length; at += TILE_QUERIES, ++place) {
        const score = scores[at]!;
        const row = values[place]!;
        if (row === query) continue;
        if (score >= least[query]!) best.offer(query, row, score);
        if (score >= least[row]!) best.offer(row, query, score);
      }
    }
    start += scores.length / TILE_QUERIES;
  }
}
