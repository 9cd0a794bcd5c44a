import type {Random} from "../lib/random.ts";
import type {NeighbourGraph} from "../lib/vectors/neighbour-graph.ts";
import {findCommunities} from "./graph/find-communities.ts";
import {joinNeighbours} from "./graph/join-neighbours.ts";
import type {Grouping, NodeSpace} from "./node-space.ts";
import {polishGroups} from "./polish-groups.ts";
import {dissolveSmall} from "./settle-nodes.ts";
import {startGroups} from "./start-groups.ts";

/** Resolutions that are tried until the group falls into parts. */
const RESOLUTIONS = [0.7, 1, 1.4, 2, 2.8, 4, 5.6, 8];
const MIN_SIZE = 2;

/**
 * The parts of a group of nodes: those they had (`partOf`), new nodes where their neighbours are; communities among
 * themselves where they had none. One part only where nothing can be told apart.
 */
export async function splitGroup(
  {vectors, dimensions, graph}: NodeSpace,
  members: readonly number[],
  partOf: (node: number) => string | null,
  random: Random
): Promise<Grouping> {
  const inner = toInner(graph, members);
  const own = new Float32Array(members.length * dimensions);
  members.forEach((node, i) =>
    own.set(vectors.subarray(node * dimensions, (node + 1) * dimensions), i * dimensions)
  );
  const space = {count: members.length, vectors: own, dimensions, graph: inner};
  const parts = members.map(partOf);
  if (new Set(parts.filter((part) => part !== null)).size > 1)
    return dissolveSmall(space, startGroups(parts, inner), MIN_SIZE);
  const edges = joinNeighbours(inner);
  for (const resolution of RESOLUTIONS) {
    const communities = await findCommunities(edges, {resolution, random: random.fork("split")});
    const found = dissolveSmall(space, communities, MIN_SIZE);
    if (found.count > 1) return {...found, groups: polishGroups(space, found)};
  }
  return {groups: new Int32Array(members.length), count: 1};
}

/** The graph of some nodes alone, numbered as they stand in the list. */
function toInner({k, neighbours, similarities}: NeighbourGraph, members: readonly number[]) {
  const places = new Map(members.map((node, i) => [node, i]));
  const size = members.length;
  const inner = {
    size,
    k,
    neighbours: new Int32Array(size * k).fill(-1),
    similarities: new Float32Array(size * k)
  };
  members.forEach((node, i) => {
    let at = i * k;
    for (let from = node * k; from < (node + 1) * k; ++from) {
      const other = places.get(neighbours[from]!);
      if (other === undefined) continue;
      inner.neighbours[at] = other;
      inner.similarities[at++] = similarities[from]!;
    }
  });
  return inner satisfies NeighbourGraph;
}
