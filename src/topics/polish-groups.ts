import {dotRows, toCentroids} from "./centroids.ts";
import type {Grouping, NodeSpace} from "./node-space.ts";

/** A few rounds settle nearly all; each costs as much as the next. */
const ROUNDS = 5;

/**
 * Moves nodes to the nearest centroid among those of their own and their neighbours' groups, some rounds of k-means on the
 * sphere (Dhillon, Modha: Concept decompositions for large sparse text data using clustering, 2001). A node moves only if it gets
 * nearer by more than its margin. Groups may end empty.
 */
export function polishGroups(
  space: NodeSpace,
  {groups: initial, count}: Grouping,
  toMargin: (node: number) => number = () => 0
): Int32Array {
  const {vectors, dimensions, graph} = space;
  let groups = initial;
  for (let round = 0; round < ROUNDS; ++round) {
    const centroids = toCentroids(vectors, dimensions, groups, count);
    let moved = 0;
    const next = groups.map((own, node) => {
      if (own < 0) return own;
      let best = own;
      let most = dotRows(vectors, node, centroids, own, dimensions) + toMargin(node);
      eachNeighbourGroup(graph, groups, node, (group) => {
        const score = dotRows(vectors, node, centroids, group, dimensions);
        if (score < most || (score === most && group >= best)) return;
        best = group;
        most = score;
      });
      if (best !== own) ++moved;
      return best;
    });
    groups = next;
    if (moved === 0) break;
  }
  return groups;
}

/** Tells the groups of a node's neighbours other than its own, each once. */
export function eachNeighbourGroup(
  {k, neighbours}: NodeSpace["graph"],
  groups: Int32Array,
  node: number,
  tell: (group: number) => void
): void {
  for (let at = node * k; at < (node + 1) * k; ++at) {
    const group = neighbours[at]! < 0 ? -1 : groups[neighbours[at]!]!;
    if (group < 0 || group === groups[node]) continue;
    let isFirst = true;
    for (let before = node * k; before < at && isFirst; ++before)
      isFirst = neighbours[before]! < 0 || groups[neighbours[before]!] !== group;
    if (isFirst) tell(group);
  }
}
