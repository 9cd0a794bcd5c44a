import type {NeighbourGraph} from "../lib/vectors/neighbour-graph.ts";
import {exp, log} from "./exact-math.ts";

/** Undirected edges with weights, each of them in the lists of both ends: those of row r lie from `starts[r]` to `starts[r + 1]`. */
export interface Edges {
  readonly size: number;
  readonly starts: Int32Array;
  /** In the order of rows. */
  readonly ends: Int32Array;
  /** From 0 to 1: how certain it is that the two belong together. */
  readonly weights: Float32Array;
}

const SEARCH_ROUNDS = 48;
/** A row's widest reach is no less than this share of its mean distance. */
const LEAST_REACH = 1e-3;

/**
 * The fuzzy simplicial set of a neighbour graph (McInnes, Healy and Melville, UMAP, 2018, section 3.1): each row is certain
 * of its nearest neighbour, and of the others the less the further they are by its own measure; an edge holds where one end
 * or the other is certain of it. Distance is 1 - cosine.
 */
export function toFuzzySet(graph: NeighbourGraph): Edges {
  const out = toOutEdges(graph);
  // turned twice, the ends of each row are in order
  const back = reverse(out);
  return unite(reverse(back), back);
}

function toOutEdges({size, k, neighbours, similarities}: NeighbourGraph): Edges {
  const starts = new Int32Array(size + 1);
  const ends = new Int32Array(size * k);
  const weights = new Float32Array(size * k);
  const target = log(k + 1) / log(2);
  const distances = new Float64Array(k);
  let at = 0;
  for (let row = 0; row < size; ++row) {
    let count = 0;
    for (; count < k && neighbours[row * k + count]! >= 0; ++count)
      distances[count] = Math.max(0, 1 - similarities[row * k + count]!);
    const nearest = distances.subarray(0, count).find((distance) => distance > 0) ?? 0;
    const reach = findReach(distances.subarray(0, count), nearest, target);
    for (let i = 0; i < count; ++i, ++at) {
      ends[at] = neighbours[row * k + i]!;
      weights[at] = weigh(distances[i]!, nearest, reach);
    }
    starts[row + 1] = at;
  }
  return {size, starts, ends: ends.subarray(0, at), weights: weights.subarray(0, at)};
}

/** The reach at which the weights sum up to the target. */
function findReach(distances: Float64Array, nearest: number, target: number): number {
  let [low, high, reach] = [0, Infinity, 1];
  for (let round = 0; round < SEARCH_ROUNDS; ++round) {
    const sum = distances.reduce((sum, distance) => sum + weigh(distance, nearest, reach), 0);
    if (sum > target) high = reach;
    else low = reach;
    reach = high === Infinity ? reach * 2 : (low + high) / 2;
  }
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / (distances.length || 1);
  return Math.max(reach, LEAST_REACH * mean);
}

function weigh(distance: number, nearest: number, reach: number): number {
  return distance <= nearest || reach === 0 ? 1 : exp((nearest - distance) / reach);
}

function reverse({size, starts, ends, weights}: Edges): Edges {
  const counts = new Int32Array(size + 1);
  for (const end of ends) ++counts[end + 1]!;
  for (let row = 0; row < size; ++row) counts[row + 1]! += counts[row]!;
  const next = counts.slice();
  const back = {ends: new Int32Array(ends.length), weights: new Float32Array(ends.length)};
  for (let row = 0; row < size; ++row)
    for (let i = starts[row]!; i < starts[row + 1]!; ++i) {
      const to = next[ends[i]!]!++;
      back.ends[to] = row;
      back.weights[to] = weights[i]!;
    }
  return {size, starts: counts, ...back};
}

/** a + b - ab for each pair of rows; both lists of a row are in order. */
function unite(a: Edges, b: Edges): Edges {
  const ends = new Int32Array(2 * a.ends.length);
  const weights = new Float32Array(ends.length);
  const starts = new Int32Array(a.size + 1);
  let at = 0;
  for (let row = 0; row < a.size; ++row) {
    let [i, j] = [a.starts[row]!, b.starts[row]!];
    const [lastI, lastJ] = [a.starts[row + 1]!, b.starts[row + 1]!];
    for (; i < lastI || j < lastJ; ++at) {
      const first = i < lastI ? a.ends[i]! : a.size;
      const second = j < lastJ ? b.ends[j]! : a.size;
      const x = first <= second ? a.weights[i++]! : 0;
      const y = second <= first ? b.weights[j++]! : 0;
      ends[at] = Math.min(first, second);
      weights[at] = x + y - x * y;
    }
    starts[row + 1] = at;
  }
  return {size: a.size, starts, ends: ends.slice(0, at), weights: weights.slice(0, at)};
}

/** The rows that have an edge. */
export function listConnected({size, starts}: Edges): Int32Array {
  return Int32Array.from({length: size}, (_, row) => row).filter(
    (row) => starts[row + 1]! > starts[row]!
  );
}
