import {dotRows, toCentroids} from "./centroids.ts";
import type {Grouping, NodeSpace} from "./node-space.ts";

/** So many nodes speak for all. */
const SAMPLE = 2000;

/**
 * The simplified silhouette, from -1 to 1: how much nearer its own centroid is to a node than the next one, in the mean
 * (Hruschka, de Castro, Campello: Evolutionary algorithms for clustering gene-expression data, 2004). A node does not count
 * in its own centroid, or groups of one would be the best; those have 0.
 */
export function toSilhouette(
  {vectors, dimensions, count: size}: NodeSpace,
  {groups, count}: Grouping
): number {
  const centroids = toCentroids(vectors, dimensions, groups, count);
  const toOwn = (node: number): number =>
    dotRows(vectors, node, centroids, groups[node]!, dimensions);
  // the length of the sum of a group's vectors
  const lengths = new Float64Array(count);
  for (let node = 0; node < size; ++node)
    if (groups[node]! >= 0) lengths[groups[node]!]! += toOwn(node);
  const step = Math.max(1, Math.floor(size / SAMPLE));
  let sum = 0;
  let seen = 0;
  for (let node = 0; node < size; node += step) {
    const own = groups[node]!;
    if (own < 0) continue;
    ++seen;
    let next = -1;
    for (let group = 0; group < count; ++group)
      if (group !== own)
        next = Math.max(next, dotRows(vectors, node, centroids, group, dimensions));
    const near = 1 - leaveOut(toOwn(node), lengths[own]!);
    const far = 1 - next;
    const most = Math.max(near, far);
    if (near < ALONE && most > 0) sum += (far - near) / most;
  }
  return seen === 0 ? -1 : sum / seen;
}

/** The distance of a node that has no other in its group. */
const ALONE = 2;

/** The cosine of a vector with the rest of its group, from that with the whole and the length of the whole. */
function leaveOut(cosine: number, length: number): number {
  const squares = length * length - 2 * length * cosine + 1;
  return squares > 1e-6 ? (length * cosine - 1) / Math.sqrt(squares) : 1 - ALONE;
}
