import type {NeighbourGraph} from "../../lib/vectors/neighbour-graph.ts";
import type {WeightedGraph} from "./weighted-graph.ts";

/**
 * The graph of shared neighbours: two rows are joined where one is among the other's nearest, and the weight is the share
 * of neighbours that they have in common (Jaccard, each row being its own neighbour), as in Levine et al.: Data-driven
 * phenotypic dissection of AML (PhenoGraph), 2015.
 */
export function shareNeighbours({size, k, neighbours}: NeighbourGraph): WeightedGraph {
  const sorted = new Int32Array(size * k);
  const counts = new Int32Array(size);
  for (let row = 0; row < size; ++row) {
    const own = neighbours.slice(row * k, (row + 1) * k).filter((other) => other >= 0);
    own.sort();
    sorted.set(own, row * k);
    counts[row] = own.length;
  }
  const has = (row: number, other: number): boolean => {
    let low = row * k;
    let high = low + counts[row]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < other) low = middle + 1;
      else high = middle;
    }
    return low < row * k + counts[row]! && sorted[low] === other;
  };
  const weigh = (row: number, other: number): number => {
    let shared = (has(row, other) ? 1 : 0) + (has(other, row) ? 1 : 0);
    for (
      let a = row * k, b = other * k, aEnd = a + counts[row]!, bEnd = b + counts[other]!;
      a < aEnd && b < bEnd;
    ) {
      const difference = sorted[a]! - sorted[b]!;
      if (difference === 0) ++shared;
      if (difference <= 0) ++a;
      if (difference >= 0) ++b;
    }
    return shared / (counts[row]! + counts[other]! + 2 - shared);
  };
  const offsets = new Int32Array(size + 1);
  for (let row = 0; row < size; ++row)
    for (let at = row * k; at < row * k + counts[row]!; ++at) {
      const other = sorted[at]!;
      if (row > other && has(other, row)) continue;
      ++offsets[row + 1]!;
      ++offsets[other + 1]!;
    }
  for (let row = 0; row < size; ++row) offsets[row + 1]! += offsets[row]!;
  const next = offsets.slice();
  const targets = new Int32Array(offsets[size]!);
  const weights = new Float64Array(offsets[size]!);
  for (let row = 0; row < size; ++row)
    for (let at = row * k; at < row * k + counts[row]!; ++at) {
      const other = sorted[at]!;
      if (row > other && has(other, row)) continue;
      const weight = weigh(row, other);
      targets[next[row]!] = other;
      weights[next[row]!++] = weight;
      targets[next[other]!] = row;
      weights[next[other]!++] = weight;
    }
  return {size, offsets, targets, weights, loops: new Float64Array(size)};
}
