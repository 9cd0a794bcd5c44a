import {createPause} from "../lib/pause.ts";
import {dotRows, toCentroids} from "./centroids.ts";
import {listByGroup, renumber} from "./graph/weighted-graph.ts";
import {halveGroup} from "./halve-group.ts";
import type {Grouping, NodeSpace} from "./node-space.ts";
import {polishGroups} from "./polish-groups.ts";
import {toSilhouette} from "./silhouette.ts";

/** Groups that are tried to be halved, and pairs that are tried to be one, in each step. */
const CANDIDATES = 6;
const MAX_STEPS = 6;
/** The silhouette must gain so much; less is chance. */
const MIN_GAIN = 0.008;

/**
 * Halves groups that hold two subjects and joins two that are one, as long as groups stand apart more clearly, since no
 * single node would go first (Ueda et al.: SMEM algorithm for mixture models, 2000). There are never fewer groups than at
 * the beginning: coarser groups nearly always stand apart more clearly.
 */
export async function mendGroups(
  space: NodeSpace,
  found: Grouping,
  minSize: number,
  signal?: AbortSignal
): Promise<Grouping> {
  const pause = createPause(signal);
  let best = found;
  let score = toSilhouette(space, found);
  for (let step = 0; step < MAX_STEPS; ++step) {
    let next: Grouping | undefined;
    let most = score + MIN_GAIN;
    for (const changed of listChanges(space, best, minSize, best.count > found.count)) {
      const own = toSilhouette(space, changed);
      if (own > most) [next, most] = [changed, own];
      await pause();
    }
    if (!next) break;
    best = renumber(polishGroups(space, next));
    score = toSilhouette(space, best);
    await pause();
  }
  return best;
}

function* listChanges(
  space: NodeSpace,
  {groups, count}: Grouping,
  minSize: number,
  mayJoin: boolean
): Iterable<Grouping> {
  const {vectors, dimensions} = space;
  const centroids = toCentroids(vectors, dimensions, groups, count);
  const {starts, members} = listByGroup(groups, count);
  const spread = new Float64Array(count);
  for (const node of members)
    spread[groups[node]!]! += 1 - dotRows(vectors, node, centroids, groups[node]!, dimensions);
  const widest = Array.from(spread.keys()).sort((a, b) => spread[b]! - spread[a]! || a - b);
  for (const group of widest.slice(0, CANDIDATES)) {
    const own = members.subarray(starts[group], starts[group + 1]);
    const half = halveGroup(space, own);
    if (half.length < minSize || own.length - half.length < minSize) continue;
    const halved = groups.slice();
    for (const node of half) halved[node] = count;
    yield {groups: halved, count: count + 1};
  }
  if (!mayJoin) return;
  for (const [a, b] of findNearPairs(centroids, count, dimensions))
    yield renumber(groups.map((group) => (group === b ? a : group)));
}

function findNearPairs(
  centroids: Float32Array,
  count: number,
  dimensions: number
): (readonly [number, number])[] {
  const pairs: {readonly pair: readonly [number, number]; readonly score: number}[] = [];
  for (let a = 0; a < count; ++a)
    for (let b = a + 1; b < count; ++b)
      pairs.push({pair: [a, b], score: dotRows(centroids, a, centroids, b, dimensions)});
  // sort is stable: equal pairs stay in the order of their groups
  pairs.sort((one, other) => other.score - one.score);
  return pairs.slice(0, CANDIDATES).map(({pair}) => pair);
}
