import type {Random} from "../../lib/random.ts";
import {toDegrees} from "./weighted-graph.ts";
import type {WeightedGraph} from "./weighted-graph.ts";

/** A gain below this is rounding. */
const MIN_GAIN = 1e-10;

/**
 * Moves single nodes into the community where they gain most, until none gains: the fast local moving of Leiden, with a
 * queue of nodes whose neighbours have moved. `scale` is the resolution over twice the weight of all edges.
 */
export function moveNodes(
  graph: WeightedGraph,
  initial: Int32Array,
  scale: number,
  random: Random
): Int32Array {
  const {size, offsets, targets, weights} = graph;
  const degrees = toDegrees(graph);
  const communities = initial.slice();
  const masses = new Float64Array(size);
  const counts = new Int32Array(size);
  for (let node = 0; node < size; ++node) {
    masses[communities[node]!]! += degrees[node]!;
    ++counts[communities[node]!]!;
  }
  const free: number[] = [];
  for (let community = size - 1; community >= 0; --community)
    if (counts[community] === 0) free.push(community);

  const queue = shuffleNodes(size, random);
  const isQueued = new Uint8Array(size).fill(1);
  let head = 0;
  let waiting = size;
  const links = new Float64Array(size);
  const isSeen = new Uint8Array(size);
  const seen: number[] = [];
  while (waiting > 0) {
    const node = queue[head]!;
    head = head + 1 === size ? 0 : head + 1;
    --waiting;
    isQueued[node] = 0;
    const own = communities[node]!;
    isSeen[own] = 1;
    seen.push(own);
    for (let at = offsets[node]!; at < offsets[node + 1]!; ++at) {
      const other = communities[targets[at]!]!;
      if (isSeen[other] === 0) {
        isSeen[other] = 1;
        seen.push(other);
      }
      links[other]! += weights[at]!;
    }
    const degree = degrees[node]!;
    let best = own;
    let bestGain = links[own]! - scale * degree * (masses[own]! - degree) + MIN_GAIN;
    for (const other of seen) {
      if (other !== own) {
        const gain = links[other]! - scale * degree * masses[other]!;
        if (gain > bestGain) {
          best = other;
          bestGain = gain;
        }
      }
      links[other] = 0;
      isSeen[other] = 0;
    }
    seen.length = 0;
    if (bestGain < 0 && counts[own]! > 1) best = free.pop()!;
    if (best === own) continue;
    masses[own]! -= degree;
    masses[best]! += degree;
    ++counts[best]!;
    if (--counts[own]! === 0) free.push(own);
    communities[node] = best;
    for (let at = offsets[node]!; at < offsets[node + 1]!; ++at) {
      const other = targets[at]!;
      if (isQueued[other] === 1 || communities[other] === best) continue;
      isQueued[other] = 1;
      queue[(head + waiting++) % size] = other;
    }
  }
  return communities;
}

/** All nodes in a seeded order. */
export function shuffleNodes(size: number, random: Random): Int32Array {
  const order = Int32Array.from({length: size}, (_, i) => i);
  for (let i = size - 1; i > 0; --i) {
    const j = random.integer(0, i);
    const node = order[i]!;
    order[i] = order[j]!;
    order[j] = node;
  }
  return order;
}
