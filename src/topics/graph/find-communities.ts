import {createPause} from "../../lib/pause.ts";
import type {Random} from "../../lib/random.ts";
import {moveNodes} from "./move-nodes.ts";
import {refineCommunities} from "./refine-communities.ts";
import {contractGraph, renumber, toDegrees} from "./weighted-graph.ts";
import type {WeightedGraph} from "./weighted-graph.ts";

/** A run starts from what the one before it found; the second rarely changes more than a few nodes. */
const MAX_ROUNDS = 3;

export interface CommunityOptions {
  /** The weight of the chance term in modularity: the more, the more and smaller communities. */
  readonly resolution: number;
  readonly random: Random;
  /** Where to start: a community for each node; each node alone if left out. */
  readonly initial?: Int32Array;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The communities of a graph, numbered from 0 in the order of their first node, by the Leiden algorithm on modularity with
 * a resolution (Traag, Waltman, van Eck: From Louvain to Leiden: guaranteeing well-connected communities, 2019; Reichardt,
 * Bornholdt: Statistical mechanics of community detection, 2006). In the refinement a node joins the best community rather
 * than a random one, as in the authors' own program.
 */
export async function findCommunities(
  graph: WeightedGraph,
  {resolution, random, initial, signal}: CommunityOptions
): Promise<Int32Array> {
  const pause = createPause(signal);
  const scale = resolution / toTotal(graph);
  let {groups, count} = renumber(initial ?? Int32Array.from({length: graph.size}, (_, i) => i));
  for (let round = 0; round < MAX_ROUNDS; ++round) {
    const before = groups;
    let level = graph;
    // each node's node on the level that is worked on
    let path = Int32Array.from({length: graph.size}, (_, i) => i);
    let communities = groups;
    for (;;) {
      communities = moveNodes(level, communities, scale, random);
      ({groups: communities, count} = renumber(communities));
      await pause();
      if (count === level.size) break;
      const refined = refineCommunities(level, communities, count, scale, random);
      if (refined.count === level.size) break;
      const next = new Int32Array(refined.count);
      for (let node = 0; node < level.size; ++node)
        next[refined.groups[node]!] = communities[node]!;
      level = contractGraph(level, refined.groups, refined.count);
      path = path.map((node) => refined.groups[node]!);
      communities = next;
      await pause();
    }
    ({groups, count} = renumber(path.map((node) => communities[node]!)));
    if (groups.every((group, node) => group === before[node])) break;
  }
  return groups;
}

/** Twice the weight of all edges; 1 where there are none. */
function toTotal(graph: WeightedGraph): number {
  const total = toDegrees(graph).reduce((sum, degree) => sum + degree, 0);
  return total > 0 ? total : 1;
}
