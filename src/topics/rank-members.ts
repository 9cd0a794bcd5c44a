import {dotRows} from "./centroids.ts";
import type {CollapsedTexts} from "./collapse-texts.ts";
import {listByGroup} from "./graph/weighted-graph.ts";

/** How many typical and borderline texts a topic names. */
const NAMED = 8;

/** What single texts are to their group. */
export interface MemberRanks {
  /** One a node, from 0 to 1: how much nearer its own centroid is than the next; 0 in no group. */
  readonly strengths: Float32Array;
  /** Nodes of each group, the nearest to its centroid first. */
  readonly typical: readonly (readonly number[])[];
  /** Nodes of each group between it and another, the most undecided first. */
  readonly borderline: readonly (readonly number[])[];
}

export function rankMembers(
  {vectors, count: size}: CollapsedTexts,
  dimensions: number,
  groups: Int32Array,
  centroids: Float32Array,
  count: number
): MemberRanks {
  const strengths = new Float32Array(size);
  const own = new Float32Array(size);
  for (let node = 0; node < size; ++node) {
    const group = groups[node]!;
    if (group < 0) continue;
    own[node] = dotRows(vectors, node, centroids, group, dimensions);
    let next = -1;
    for (let other = 0; other < count; ++other)
      if (other !== group)
        next = Math.max(next, dotRows(vectors, node, centroids, other, dimensions));
    strengths[node] = toStrength(own[node]!, next);
  }
  const {starts, members} = listByGroup(groups, count);
  const rank = (group: number, by: Float32Array, sign: number): number[] =>
    Array.from(members.subarray(starts[group], starts[group + 1]))
      .sort((a, b) => sign * (by[a]! - by[b]!) || a - b)
      .slice(0, NAMED);
  const each = Array.from({length: count}, (_, group) => group);
  return {
    strengths,
    typical: each.map((group) => rank(group, own, -1)),
    borderline: each.map((group) =>
      count > 1 ? rank(group, strengths, 1).filter((node) => strengths[node]! < BORDERLINE) : []
    )
  };
}

/** Below it another topic is nearly as near. */
const BORDERLINE = 0.55;

/** Half where another centroid is as near, 1 where the next is at a right angle or farther. */
export function toStrength(own: number, next: number): number {
  const a = Math.max(0, own);
  const b = Math.max(0, next);
  return a + b === 0 ? 0 : Math.fround(a / (a + b));
}
