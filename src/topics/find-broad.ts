import type {Random} from "../lib/random.ts";
import {findCommunities} from "./graph/find-communities.ts";
import {contractGraph, renumber} from "./graph/weighted-graph.ts";
import type {WeightedGraph} from "./graph/weighted-graph.ts";
import type {Grouping} from "./node-space.ts";

/** Fewer topics need none above them. */
const MIN_TOPICS = 6;
/** A broad topic has so many parts in the mean, at least. */
const MIN_PARTS = 3;
/** Resolutions that are tried until there are few enough. */
const RESOLUTIONS = [2, 1.4, 1, 0.7, 0.5, 0.35, 0.25, 0.18, 0.12, 0.08, 0.05];

export interface BroadOptions {
  readonly random: Random;
  /** The broad topic that each group was a part of; null where it stood alone, or is new. */
  readonly parents: readonly (string | null)[];
  /** Broad topics that keep their parts whatever is found. */
  readonly fixed: ReadonlySet<string>;
}

/** Broad groups of groups, by communities of them in their graph; -1 where one stands alone. */
export async function findBroad(
  graph: WeightedGraph,
  {groups, count}: Grouping,
  {random, parents, fixed}: BroadOptions
): Promise<Grouping> {
  const found = await findParts(graph, {groups, count}, parents, random);
  const numbers = new Map<string, number>();
  const broad = found.map((own, group) => {
    const parent = parents[group] ?? null;
    if (parent === null || !fixed.has(parent)) return own;
    if (!numbers.has(parent)) numbers.set(parent, count + numbers.size);
    return numbers.get(parent)!;
  });
  const sizes = new Map<number, number>();
  for (const own of broad) sizes.set(own, (sizes.get(own) ?? 0) + 1);
  return renumber(broad.map((own) => (own >= count || sizes.get(own)! > 1 ? own : -1)));
}

async function findParts(
  graph: WeightedGraph,
  {groups, count}: Grouping,
  parents: readonly (string | null)[],
  random: Random
): Promise<Int32Array> {
  const alone = Int32Array.from({length: count}, (_, group) => group);
  if (count < MIN_TOPICS) return alone;
  // what is in no group is a node of its own, so that the graph stays whole
  let size = count;
  const nodes = groups.map((group) => (group >= 0 ? group : size++));
  const contracted = contractGraph(graph, nodes, size);
  const initial = startAt(parents, size);
  for (const resolution of RESOLUTIONS) {
    const found = await findCommunities(contracted, {
      resolution,
      random: random.fork("broad"),
      ...(initial && {initial})
    });
    const broad = found.slice(0, count);
    const groupsFound = new Set(broad).size;
    if (groupsFound === 1) break;
    if (groupsFound * MIN_PARTS <= count) return broad;
  }
  return alone;
}

/** Each group where its former siblings are; undefined where there are none. */
function startAt(parents: readonly (string | null)[], size: number): Int32Array | undefined {
  if (parents.every((parent) => parent === null)) return undefined;
  const firsts = new Map<string, number>();
  return Int32Array.from({length: size}, (_, group) => {
    const parent = parents[group] ?? null;
    if (parent === null) return group;
    if (!firsts.has(parent)) firsts.set(parent, group);
    return firsts.get(parent)!;
  });
}
