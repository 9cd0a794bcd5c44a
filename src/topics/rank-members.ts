import {dotRows, toCentroids} from "./centroids.ts";
import {listByGroup} from "./graph/weighted-graph.ts";
import type {Grouping, NodeSpace} from "./node-space.ts";
import {eachNeighbourGroup} from "./polish-groups.ts";

/** How many typical and borderline texts a topic names. */
const NAMED = 8;
/** Below it another topic is nearly as near. */
const BORDERLINE = 0.55;

/** What single nodes are to their group. */
export interface MemberRanks {
  readonly centroids: Float32Array;
  /** One a node, from 0 to 1: half where another group is as near as its own; 0 in no group. */
  readonly strengths: Float32Array;
  /** Nodes of each group, the nearest to its centroid first. */
  readonly typical: readonly (readonly number[])[];
  /** Nodes of each group between it and another, the most undecided first. */
  readonly borderline: readonly (readonly number[])[];
}

export function rankMembers(space: NodeSpace, {groups, count}: Grouping): MemberRanks {
  const {vectors, dimensions, graph} = space;
  const centroids = toCentroids(vectors, dimensions, groups, count);
  const strengths = new Float32Array(space.count);
  const nearness = new Float32Array(space.count);
  for (let node = 0; node < space.count; ++node) {
    const group = groups[node]!;
    if (group < 0) continue;
    const own = dotRows(vectors, node, centroids, group, dimensions);
    let next = 0;
    eachNeighbourGroup(graph, groups, node, (other) => {
      next = Math.max(next, dotRows(vectors, node, centroids, other, dimensions));
    });
    nearness[node] = own;
    strengths[node] = toStrength(own, next);
  }
  const {starts, members} = listByGroup(groups, count);
  const rank = (group: number, by: Float32Array, sign: number): number[] =>
    Array.from(members.subarray(starts[group], starts[group + 1]))
      .sort((a, b) => sign * (by[a]! - by[b]!) || a - b)
      .slice(0, NAMED);
  const each = Array.from({length: count}, (_, group) => group);
  return {
    centroids,
    strengths,
    typical: each.map((group) => rank(group, nearness, -1)),
    borderline: each.map((group) =>
      rank(group, strengths, 1).filter((node) => strengths[node]! < BORDERLINE)
    )
  };
}

/** Half where another centroid is as near, 1 where no other is near at all. */
function toStrength(own: number, next: number): number {
  const near = Math.max(0, own);
  return near + next === 0 ? 0 : Math.fround(near / (near + next));
}
