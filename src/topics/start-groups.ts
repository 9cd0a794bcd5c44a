import type {NeighbourGraph} from "../lib/vectors/neighbour-graph.ts";
import type {CollapsedTexts} from "./collapse-texts.ts";

/**
 * Where each node was in the last run, as numbers; a new one is where most of its neighbours are, weighed by how near they
 * are, and alone where none of them was in a topic. `topics` gives each text's former topic.
 */
export function startGroups(
  {count, nodes}: CollapsedTexts,
  {k, neighbours, similarities}: NeighbourGraph,
  topics: readonly (string | null)[]
): Int32Array {
  const numbers = new Map<string, number>();
  const groups = new Int32Array(count).fill(-1);
  nodes.forEach((node, row) => {
    const topic = topics[row]!;
    if (node < 0 || topic === null || groups[node]! >= 0) return;
    let number = numbers.get(topic);
    if (number === undefined) numbers.set(topic, (number = numbers.size));
    groups[node] = number;
  });
  const known = groups.slice();
  let next = numbers.size;
  const votes = new Float64Array(numbers.size);
  for (let node = 0; node < count; ++node) {
    if (known[node]! >= 0) continue;
    votes.fill(0);
    for (let at = node * k; at < (node + 1) * k; ++at) {
      const group = neighbours[at]! < 0 ? -1 : known[neighbours[at]!]!;
      if (group >= 0) votes[group]! += similarities[at]!;
    }
    let best = -1;
    for (let group = 0; group < votes.length; ++group)
      if (votes[group]! > 0 && (best < 0 || votes[group]! > votes[best]!)) best = group;
    groups[node] = best >= 0 ? best : next++;
  }
  return groups;
}
