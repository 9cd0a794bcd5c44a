import type {Random} from "../lib/random.ts";
import {findCommunities} from "./graph/find-communities.ts";
import {joinNeighbours} from "./graph/join-neighbours.ts";
import {contractGraph, renumber} from "./graph/weighted-graph.ts";
import type {Grouping, NodeSpace} from "./node-space.ts";
import {polishGroups} from "./polish-groups.ts";
import {dissolveSmall} from "./settle-nodes.ts";
import {startGroups} from "./start-groups.ts";

/** Resolutions that are tried: the first that moves the fewest nodes is taken. */
const RESOLUTIONS = [1, 2, 4, 8, 16, 32];
/** A node leaves its former group only if another is nearer by so much. */
const MARGIN = 0.05;

export interface ContinueOptions {
  /** The group that each node was in; null of a new one. */
  readonly units: readonly (string | null)[];
  readonly minSize: number;
  readonly random: Random;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Groups of nodes of which most were grouped before: former groups stay together, new nodes join them or make groups of
 * their own (communities of a graph in which each former group is one node), and then single nodes move where they lie
 * clearly better.
 */
export async function continueGroups(
  space: NodeSpace,
  {units, minSize, random, signal, onProgress}: ContinueOptions
): Promise<Grouping> {
  const start = startGroups(units, space.graph);
  // each former group is a node, and each new node another
  let next = start.reduce((most, group) => Math.max(most, group + 1), 0);
  const contracted = renumber(start.map((group, node) => (units[node] === null ? next++ : group)));
  const graph = contractGraph(joinNeighbours(space.graph), contracted.groups, contracted.count);
  const initial = new Int32Array(contracted.count);
  contracted.groups.forEach((group, node) => (initial[group] = start[node]!));
  const former = new Set(contracted.groups.filter((_, node) => units[node] !== null));
  let best: Int32Array = initial;
  let most = 0;
  for (const [i, resolution] of RESOLUTIONS.entries()) {
    onProgress?.(i, RESOLUTIONS.length);
    const found = await findCommunities(graph, {
      resolution,
      random: random.fork("communities"),
      initial,
      signal
    });
    const apart = new Set(Array.from(former, (group) => found[group]!)).size;
    if (apart > most) [best, most] = [found, apart];
  }
  const communities = contracted.groups.map((group) => best[group]!);
  const keep = new Set(communities.filter((_, node) => units[node] !== null));
  const large = dissolveSmall(space, communities, minSize, keep);
  return renumber(polishGroups(space, large, (node) => (units[node] === null ? 0 : MARGIN)));
}
