import {dotRows, toCentroids} from "./centroids.ts";
import type {Grouping, NodeSpace} from "./node-space.ts";

/** So many nodes speak for all. */
const SAMPLE = 2000;

/**
 * The simplified silhouette, from -1 to 1: how much nearer its own centroid is to a node than the next one, in the mean
 * (Hruschka, de Castro, Campello: Evolutionary algorithms for clustering gene-expression data, 2004).
 */
export function toSilhouette(
  {vectors, dimensions, count: size}: NodeSpace,
  {groups, count}: Grouping
): number {
  const centroids = toCentroids(vectors, dimensions, groups, count);
  const step = Math.max(1, Math.floor(size / SAMPLE));
  let sum = 0;
  let seen = 0;
  for (let node = 0; node < size; node += step) {
    const own = groups[node]!;
    if (own < 0) continue;
    let next = -1;
    for (let group = 0; group < count; ++group)
      if (group !== own)
        next = Math.max(next, dotRows(vectors, node, centroids, group, dimensions));
    const near = 1 - dotRows(vectors, node, centroids, own, dimensions);
    const far = 1 - next;
    const most = Math.max(near, far);
    if (most > 0) sum += (far - near) / most;
    ++seen;
  }
  return seen === 0 ? -1 : sum / seen;
}
