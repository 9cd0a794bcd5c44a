import type {Random} from "../../lib/random.ts";
import {shuffleNodes} from "./move-nodes.ts";
import {renumber, toDegrees} from "./weighted-graph.ts";
import type {WeightedGraph} from "./weighted-graph.ts";

/**
 * The refinement of Leiden: within each community, nodes that stand alone join the best part that is well connected with
 * the rest of the community. What comes out are parts of communities, none of which falls apart.
 */
export function refineCommunities(
  graph: WeightedGraph,
  communities: Int32Array,
  count: number,
  scale: number,
  random: Random
): {groups: Int32Array; count: number} {
  const {size, offsets, targets, weights} = graph;
  const degrees = toDegrees(graph);
  const masses = new Float64Array(count);
  const parts = Int32Array.from({length: size}, (_, i) => i);
  const partMasses = degrees.slice();
  const partCounts = new Int32Array(size).fill(1);
  // what leaves a part for the rest of its community
  const cuts = new Float64Array(size);
  for (let node = 0; node < size; ++node) {
    masses[communities[node]!]! += degrees[node]!;
    for (let at = offsets[node]!; at < offsets[node + 1]!; ++at)
      if (communities[targets[at]!] === communities[node]) cuts[node]! += weights[at]!;
  }
  const isConnected = (part: number, mass: number): boolean =>
    cuts[part]! >= scale * partMasses[part]! * (mass - partMasses[part]!);
  const links = new Float64Array(size);
  const isSeen = new Uint8Array(size);
  const seen: number[] = [];
  for (const node of shuffleNodes(size, random)) {
    const own = parts[node]!;
    const mass = masses[communities[node]!]!;
    if (partCounts[own] !== 1 || !isConnected(own, mass)) continue;
    for (let at = offsets[node]!; at < offsets[node + 1]!; ++at) {
      const other = targets[at]!;
      if (communities[other] !== communities[node]) continue;
      const part = parts[other]!;
      if (isSeen[part] === 0) {
        isSeen[part] = 1;
        seen.push(part);
      }
      links[part]! += weights[at]!;
    }
    let best = own;
    let bestGain = 0;
    let bestLink = 0;
    for (const part of seen) {
      if (isConnected(part, mass)) {
        const gain = links[part]! - scale * degrees[node]! * partMasses[part]!;
        if (gain > bestGain) {
          best = part;
          bestGain = gain;
          bestLink = links[part]!;
        }
      }
      links[part] = 0;
      isSeen[part] = 0;
    }
    seen.length = 0;
    if (best === own) continue;
    cuts[best]! += cuts[own]! - 2 * bestLink;
    partMasses[best]! += degrees[node]!;
    ++partCounts[best]!;
    partCounts[own] = 0;
    parts[node] = best;
  }
  return renumber(parts);
}
