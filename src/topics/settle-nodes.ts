import type {NeighbourGraph} from "../lib/vectors/neighbour-graph.ts";
import {dotRows, toCentroids} from "./centroids.ts";
import {renumber} from "./graph/weighted-graph.ts";

/** What is more than so many interquartile ranges below the lower quartile is like nothing (Tukey: Exploratory data analysis, 1977). */
const FENCE = 1.5;
/** No more of the texts are ever called outliers. */
const MAX_OUTLIERS = 0.05;
/** How many of the nearest neighbours say how much a text is like others. */
const NEAREST = 3;

/**
 * Gives up communities with fewer than `minSize` nodes: their nodes go to the nearest of the others. Nodes that are like
 * nothing are in none (-1). Communities are numbered anew.
 */
export function settleNodes(
  vectors: Float32Array,
  dimensions: number,
  graph: NeighbourGraph,
  communities: Int32Array,
  minSize: number
): {groups: Int32Array; count: number} {
  const sizes = new Map<number, number>();
  for (const community of communities) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const least = Math.min(minSize, Math.max(...sizes.values()));
  const kept = renumber(communities.map((own) => (sizes.get(own)! >= least ? own : -1)));
  const centroids = toCentroids(vectors, dimensions, kept.groups, kept.count);
  const groups = kept.groups.map((group, node) =>
    group >= 0 ? group : findNearest(vectors, node, centroids, kept.count, dimensions).group
  );
  for (const node of findOutliers(graph)) {
    // a community's own nodes are like each other, however unlike the rest
    if (kept.groups[node]! < 0) groups[node] = -1;
  }
  return renumber(groups);
}

/** The nearest centroid; group -1 where there is none. Of equals the first. */
export function findNearest(
  vectors: Float32Array,
  row: number,
  centroids: Float32Array,
  count: number,
  dimensions: number
): {group: number; similarity: number} {
  let group = -1;
  let similarity = -Infinity;
  for (let other = 0; other < count; ++other) {
    const score = dotRows(vectors, row, centroids, other, dimensions);
    if (!(score > similarity)) continue;
    group = other;
    similarity = score;
  }
  return {group, similarity};
}

/** The rows whose nearest neighbours are much farther than those of others, the farthest first. */
function findOutliers({size, k, similarities}: NeighbourGraph): number[] {
  const near = Math.min(NEAREST, k);
  if (near === 0) return [];
  const scores = Float64Array.from({length: size}, (_, row) => {
    let sum = 0;
    for (let i = 0; i < near; ++i) sum += similarities[row * k + i]!;
    return sum / near;
  });
  const sorted = scores.slice().sort();
  const low = sorted[Math.floor(size / 4)]!;
  const high = sorted[Math.floor((size * 3) / 4)]!;
  const fence = low - FENCE * (high - low);
  const rows = Array.from(scores.keys()).filter((row) => scores[row]! < fence);
  rows.sort((a, b) => scores[a]! - scores[b]! || a - b);
  return rows.slice(0, Math.floor(size * MAX_OUTLIERS));
}
