import type {Random} from "../lib/random.ts";
import {findCommunities} from "./graph/find-communities.ts";
import {contractGraph} from "./graph/weighted-graph.ts";
import type {WeightedGraph} from "./graph/weighted-graph.ts";

/** Fewer topics need none above them. */
const MIN_TOPICS = 6;
/** How much coarser broad topics are than their parts. */
const COARSER = 0.25;

/**
 * Which broad group each group is a part of, by communities of the groups themselves; -1 where it stands alone.
 */
export async function findBroad(
  graph: WeightedGraph,
  groups: Int32Array,
  count: number,
  resolution: number,
  random: Random
): Promise<Int32Array> {
  const alone = new Int32Array(count).fill(-1);
  if (count < MIN_TOPICS) return alone;
  // what is in no group is a node of its own, so that the graph stays whole
  let next = count;
  const nodes = groups.map((group) => (group >= 0 ? group : next++));
  const found = await findCommunities(contractGraph(graph, nodes, next), {
    resolution: resolution * COARSER,
    random
  });
  const broad = found.subarray(0, count);
  const sizes = new Map<number, number>();
  for (const own of broad) sizes.set(own, (sizes.get(own) ?? 0) + 1);
  if (sizes.size === 1) return alone;
  return broad.map((own) => (sizes.get(own)! > 1 ? own : -1));
}
