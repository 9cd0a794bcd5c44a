import type {NeighbourGraph} from "../lib/vectors/neighbour-graph.ts";

/**
 * Where each node was, as numbers; a new one (null) is where most of its neighbours are, weighed by how near they are, and
 * alone where fewer than half of them were anywhere.
 */
export function startGroups(
  topics: readonly (string | null)[],
  {k, neighbours, similarities}: NeighbourGraph
): Int32Array {
  const numbers = new Map<string, number>();
  const known = Int32Array.from(topics, (topic) => {
    if (topic === null) return -1;
    let number = numbers.get(topic);
    if (number === undefined) numbers.set(topic, (number = numbers.size));
    return number;
  });
  let next = numbers.size;
  const votes = new Float64Array(numbers.size);
  return known.map((own, node) => {
    if (own >= 0) return own;
    votes.fill(0);
    let best = -1;
    let asked = 0;
    let answered = 0;
    for (let at = node * k; at < (node + 1) * k; ++at) {
      if (neighbours[at]! < 0) continue;
      ++asked;
      const group = known[neighbours[at]!]!;
      if (group < 0) continue;
      ++answered;
      votes[group]! += Math.max(0, similarities[at]!);
      if (best < 0 || votes[group]! > votes[best]!) best = group;
    }
    return answered * 2 >= asked && best >= 0 ? best : next++;
  });
}
