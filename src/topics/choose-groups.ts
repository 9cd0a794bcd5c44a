import type {Random} from "../lib/random.ts";
import {findCommunities} from "./graph/find-communities.ts";
import {joinNeighbours} from "./graph/join-neighbours.ts";
import {renumber} from "./graph/weighted-graph.ts";
import {mendGroups} from "./mend-groups.ts";
import type {Grouping, NodeSpace} from "./node-space.ts";
import {polishGroups} from "./polish-groups.ts";
import {dissolveSmall} from "./settle-nodes.ts";
import {toSilhouette} from "./silhouette.ts";

/** Resolutions that are tried first; then those between the best and the next. */
const RESOLUTIONS = [0.5, 1, 2, 4, 8, 16];
const BETWEEN = Math.SQRT2;
/** Groups at so many times the best resolution, and beyond, are too many: they only take longer. */
const PAST_BEST = 4;
/** With detail from 0 to 1 the resolution goes from a quarter of the best to four times. */
const DETAIL_RANGE = 16;

export interface ChooseOptions {
  readonly detail: number;
  readonly minSize: number;
  readonly random: Random;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Groups of nodes: communities at the resolution whose groups stand apart the most (by silhouette), then finer or coarser as
 * `detail` says. Those at the best are mended (`mendGroups`).
 */
export async function chooseGroups(
  space: NodeSpace,
  {detail, minSize, random, signal, onProgress}: ChooseOptions
): Promise<Grouping> {
  const graph = joinNeighbours(space.graph);
  const group = async (resolution: number): Promise<Grouping> => {
    const communities = await findCommunities(graph, {
      resolution,
      random: random.fork("communities"),
      signal
    });
    const large = dissolveSmall(space, communities, minSize);
    const polished = renumber(polishGroups(space, large));
    return dissolveSmall(space, polished.groups, minSize);
  };
  let best: Grouping = {groups: new Int32Array(space.count), count: space.count === 0 ? 0 : 1};
  let most = -Infinity;
  let chosen = 1;
  let done = 0;
  const consider = async (resolution: number): Promise<void> => {
    onProgress?.(done++, RESOLUTIONS.length + 2);
    const found = await group(resolution);
    const score = toSilhouette(space, found);
    if (score > most) [best, most, chosen] = [found, score, resolution];
  };
  for (const resolution of RESOLUTIONS) {
    await consider(resolution);
    if (resolution >= chosen * PAST_BEST) break;
  }
  const middle = chosen;
  await consider(middle / BETWEEN);
  await consider(middle * BETWEEN);
  return detail === 0.5
    ? mendGroups(space, best, minSize, signal)
    : group(chosen * DETAIL_RANGE ** (detail - 0.5));
}
