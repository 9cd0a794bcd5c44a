import type {Int8Rows} from "./int8-rows.ts";
import {findNearestLists} from "./nearest-lists.ts";

/** Rounds of k-means: more of them find hardly more neighbours. */
const ROUNDS = 4;
/** Rows that are looked at for each centroid. */
const ROWS_PER_CENTROID = 64;

/**
 * Fills `centroids` (any number of them) by spherical k-means over evenly chosen rows of `vectors`, beginning with rows
 * evenly chosen too. `sample` is working memory. No chance is in it: the same rows give the same centroids.
 */
export async function trainCentroids(
  vectors: Float32Array,
  present: Int32Array,
  centroids: Int8Rows,
  sample: Int8Rows,
  pause: () => Promise<void> | undefined
): Promise<void> {
  const {dimensions, size: count} = centroids;
  const chosen = chooseEvenly(present, Math.min(present.length, count * ROWS_PER_CENTROID));
  sample.resize(chosen.length);
  for (const [i, row] of chosen.entries()) sample.set(i, vectors, row * dimensions);
  for (const [i, row] of chooseEvenly(chosen, count).entries())
    centroids.set(i, vectors, row * dimensions);
  for (let round = 0; round < ROUNDS; ++round) {
    const nearest = await findNearestLists(sample, centroids, 1, {pause, onProgress: () => {}});
    const sums = new Float32Array(count * dimensions);
    for (const [i, row] of chosen.entries())
      addRow(sums, nearest.rows[i]! * dimensions, vectors, row * dimensions, dimensions);
    // a list that nobody chose keeps its centroid
    for (let list = 0; list < count; ++list)
      if (nearest.rows.includes(list)) setCentroid(centroids, sums, list);
  }
}

/** `count` of the rows, at even distances: neighbours in a table are often alike. */
function chooseEvenly(rows: Int32Array, count: number): Int32Array {
  return Int32Array.from({length: count}, (_, i) => rows[Math.floor((i * rows.length) / count)]!);
}

function addRow(
  sums: Float32Array,
  into: number,
  vectors: Float32Array,
  start: number,
  dimensions: number
): void {
  for (let i = 0; i < dimensions; ++i) sums[into + i]! += vectors[start + i]!;
}

/** Of length 1, as only the direction counts. */
function setCentroid(centroids: Int8Rows, sums: Float32Array, list: number): void {
  const {dimensions} = centroids;
  const sum = sums.subarray(list * dimensions, (list + 1) * dimensions);
  const length = Math.sqrt(sum.reduce((squares, value) => squares + value * value, 0));
  if (length > 0) for (let i = 0; i < dimensions; ++i) sum[i]! /= length;
  centroids.set(list, sum, 0);
}
