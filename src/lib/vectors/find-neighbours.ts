import {createPause} from "../pause.ts";
import {BestLists} from "./best-lists.ts";
import {compareAll} from "./compare-all.ts";
import {compareLists} from "./compare-lists.ts";
import {dot} from "./dot.ts";
import {Int8Rows} from "./int8-rows.ts";
import type {Kernels} from "./kernels.ts";
import type {NeighbourGraph, NeighbourOptions} from "./neighbour-graph.ts";

/** Up to so many rows each is compared with each; beyond, with those in the lists near to it. */
const COMPARE_ALL_ROWS = 20_000;
/** By int8 twice as many neighbours are found as asked for, and a few, and ranked exactly. */
const CANDIDATES_PER_NEIGHBOUR = 2;
const EXTRA_CANDIDATES = 4;

/**
 * The k nearest rows of each row, by cosine. `vectors` are rows × dimensions numbers, of length 1 or all zeros (no vector:
 * such a row has no neighbours and is nobody's). Equal similarities keep the order of the rows, and the same input gives the
 * same graph everywhere, to the bit. Above 20,000 rows some neighbours are missed (see `compareLists`). The last
 * argument is for tests.
 */
export async function findNeighbours(
  vectors: Float32Array,
  dimensions: number,
  {k, signal, onProgress}: NeighbourOptions,
  {createKernels, compareAllRows = COMPARE_ALL_ROWS}: NeighbourTrial = {}
): Promise<NeighbourGraph> {
  const size = dimensions === 0 ? 0 : vectors.length / dimensions;
  const width = Math.max(0, Math.min(k, size - 1));
  const graph: NeighbourGraph = {
    size,
    k: width,
    neighbours: new Int32Array(size * width).fill(-1),
    similarities: new Float32Array(size * width)
  };
  if (width === 0) return graph;
  const present = Int32Array.from(listPresent(vectors, dimensions));
  const candidates = Math.min(
    Math.max(0, present.length - 1),
    CANDIDATES_PER_NEIGHBOUR * width + EXTRA_CANDIDATES
  );
  const best = new BestLists(present.length, candidates);
  const pause = createPause(signal);
  const work = {pause, onProgress: (share: number) => onProgress?.(Math.floor(share * size), size)};
  const compare = present.length <= compareAllRows ? compareAll : compareLists;
  const createRows = (): Int8Rows => new Int8Rows(dimensions, createKernels?.());
  await compare({vectors, dimensions, present, createRows}, best, work);
  for (let i = 0; i < present.length; ++i) {
    await pause();
    fillRow(graph, vectors, dimensions, present, best, i);
  }
  onProgress?.(size, size);
  return graph;
}

interface NeighbourTrial {
  readonly createKernels?: () => Kernels;
  readonly compareAllRows?: number;
}

/** The rows that hold a vector. */
function* listPresent(vectors: Float32Array, dimensions: number): Generator<number> {
  for (let row = 0; row * dimensions < vectors.length; ++row)
    if (vectors.subarray(row * dimensions, (row + 1) * dimensions).some((value) => value !== 0))
      yield row;
}

/** Ranks the candidates of one row by their exact similarity and writes the best. */
function fillRow(
  {k, neighbours, similarities}: NeighbourGraph,
  vectors: Float32Array,
  dimensions: number,
  present: Int32Array,
  best: BestLists,
  index: number
): void {
  const row = present[index]!;
  const exact = new BestLists(1, k);
  for (let i = 0; i < best.counts[index]!; ++i) {
    const other = present[best.rows[index * best.width + i]!]!;
    const score = dot(vectors, row * dimensions, vectors, other * dimensions, dimensions);
    exact.offer(0, other, Math.fround(score));
  }
  const count = exact.counts[0]!;
  neighbours.set(exact.rows.subarray(0, count), row * k);
  similarities.set(exact.scores.subarray(0, count), row * k);
}
