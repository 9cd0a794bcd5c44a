import type {NeighbourGraph} from "../lib/vectors/neighbour-graph.ts";
import {dotRows, toCentroids} from "./centroids.ts";
import {renumber} from "./graph/weighted-graph.ts";
import type {Grouping, NodeSpace} from "./node-space.ts";
import {eachNeighbourGroup} from "./polish-groups.ts";

/** What is more than so many interquartile ranges below the lower quartile is far out (Tukey: Exploratory data analysis, 1977). */
const FENCE = 3;
/** No more of the texts are ever called outliers. */
const MAX_OUTLIERS = 0.05;

/**
 * Gives up communities with fewer than `minSize` nodes, save those to keep: their nodes go to the nearest of the others that
 * their neighbours are in, or of all where those are in none.
 */
export function dissolveSmall(
  {vectors, dimensions, graph}: NodeSpace,
  communities: Int32Array,
  minSize: number,
  keep?: ReadonlySet<number>
): Grouping {
  const sizes = new Map<number, number>();
  for (const community of communities) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const least = [...sizes.values()].reduce((most, size) => Math.max(most, size), 0);
  const isKept = (own: number): boolean =>
    sizes.get(own)! >= Math.min(minSize, least) || keep?.has(own) === true;
  const kept = renumber(communities.map((own) => (isKept(own) ? own : -1)));
  const centroids = toCentroids(vectors, dimensions, kept.groups, kept.count);
  const groups = kept.groups.map((group, node) => {
    if (group >= 0) return group;
    let best = -1;
    let most = -Infinity;
    eachNeighbourGroup(graph, kept.groups, node, (other) => {
      const score = dotRows(vectors, node, centroids, other, dimensions);
      if (score > most || (score === most && other < best)) [best, most] = [other, score];
    });
    return best >= 0 ? best : findNearest(vectors, node, centroids, kept.count, dimensions);
  });
  return {groups, count: kept.count};
}

/** The nearest centroid; -1 where there is none. Of equals the first. */
export function findNearest(
  vectors: Float32Array,
  row: number,
  centroids: Float32Array,
  count: number,
  dimensions: number
): number {
  let nearest = -1;
  let most = -Infinity;
  for (let group = 0; group < count; ++group) {
    const score = dotRows(vectors, row, centroids, group, dimensions);
    if (score > most) [nearest, most] = [group, score];
  }
  return nearest;
}

/**
 * Takes nodes out of their groups that are like nothing: their nearest neighbours and the centroid of their group are both
 * much farther than those of others.
 */
export function dropOutliers(
  {vectors, dimensions, graph}: NodeSpace,
  {groups, count}: Grouping
): Int32Array {
  const centroids = toCentroids(vectors, dimensions, groups, count);
  const toCentre = Float64Array.from(groups, (group, node) =>
    group < 0 ? 0 : dotRows(vectors, node, centroids, group, dimensions)
  );
  const toOthers = toNearness(graph);
  const isFar = [toCentre, toOthers].map(findFar);
  const far = Array.from(groups.keys()).filter((node) => isFar.every((list) => list[node] === 1));
  far.sort((a, b) => toOthers[a]! - toOthers[b]! || a - b);
  const dropped = groups.slice();
  for (const node of far.slice(0, Math.floor(groups.length * MAX_OUTLIERS))) dropped[node] = -1;
  return dropped;
}

/** How many of the nearest neighbours say how much a text is like others. */
const NEAREST = 3;

function toNearness({size, k, similarities}: NeighbourGraph): Float64Array {
  const near = Math.min(NEAREST, k);
  return Float64Array.from({length: size}, (_, row) => {
    let sum = 0;
    for (let i = 0; i < near; ++i) sum += similarities[row * k + i]!;
    return near === 0 ? 1 : sum / near;
  });
}

/** 1 where a number is below Tukey's lower fence. */
function findFar(scores: Float64Array): Uint8Array {
  const sorted = scores.slice().sort();
  const low = sorted[Math.floor(sorted.length / 4)]!;
  const high = sorted[Math.floor((sorted.length * 3) / 4)]!;
  const fence = low - FENCE * (high - low);
  return Uint8Array.from(scores, (score) => (score < fence ? 1 : 0));
}
