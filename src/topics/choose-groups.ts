import type {Random} from "../lib/random.ts";
import {findCommunities} from "./graph/find-communities.ts";
import {joinNeighbours} from "./graph/join-neighbours.ts";
import {renumber} from "./graph/weighted-graph.ts";
import type {Grouping, NodeSpace} from "./node-space.ts";
import {polishGroups} from "./polish-groups.ts";
import {dissolveSmall} from "./settle-nodes.ts";
import {toSilhouette} from "./silhouette.ts";

/** Resolutions that are tried first; then those between the best and the next. */
const RESOLUTIONS = [0.5, 1, 2, 4, 8, 16];
const BETWEEN = Math.SQRT2;
/** With detail from 0 to 1 the resolution goes from a quarter of the best to four times. */
const DETAIL_RANGE = 16;

export interface ChooseOptions {
  readonly detail: number;
  readonly minSize: number;
  readonly random: Random;
  /** Where each node was in the last run, which is to last. */
  readonly initial?: Int32Array | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Groups of nodes: communities at the resolution whose groups stand apart the most (by silhouette), then finer or coarser as
 * `detail` says. With `initial`, at the resolution that moves the fewest nodes from where they were.
 */
export async function chooseGroups(
  space: NodeSpace,
  {detail, minSize, random, initial, signal, onProgress}: ChooseOptions
): Promise<Grouping> {
  const graph = joinNeighbours(space.graph);
  const group = async (resolution: number): Promise<Grouping> => {
    const communities = await findCommunities(graph, {
      resolution,
      random: random.fork("communities"),
      signal,
      ...(initial && {initial})
    });
    const large = dissolveSmall(space, communities, minSize);
    return renumber(polishGroups(space, large.groups, large.count));
  };
  let best: Grouping = {groups: new Int32Array(space.count), count: space.count === 0 ? 0 : 1};
  let most = -Infinity;
  let chosen = 1;
  const total = RESOLUTIONS.length + 2;
  let done = 0;
  const consider = async (resolution: number): Promise<void> => {
    onProgress?.(done++, total);
    const found = await group(resolution);
    const score = initial ? -countMoved(initial, found.groups) : toSilhouette(space, found);
    if (score > most) [best, most, chosen] = [found, score, resolution];
  };
  for (const resolution of RESOLUTIONS) await consider(resolution);
  if (initial) return best;
  const middle = chosen;
  await consider(middle / BETWEEN);
  await consider(middle * BETWEEN);
  return detail === 0.5 ? best : group(chosen * DETAIL_RANGE ** (detail - 0.5));
}

/** How many nodes are not where most of their former group are. */
function countMoved(before: Int32Array, after: Int32Array): number {
  const shared = new Map<number, Map<number, number>>();
  before.forEach((group, node) => {
    let counts = shared.get(group);
    if (!counts) shared.set(group, (counts = new Map()));
    counts.set(after[node]!, (counts.get(after[node]!) ?? 0) + 1);
  });
  const taken = new Map<number, number>();
  let stayed = 0;
  for (const counts of shared.values()) {
    let most = 0;
    let where = -1;
    for (const [group, count] of counts) if (count > most) [most, where] = [count, group];
    // of former groups that are one now only the largest has stayed
    const best = taken.get(where) ?? 0;
    if (most > best) {
      stayed += most - best;
      taken.set(where, most);
    }
  }
  return before.length - stayed;
}
