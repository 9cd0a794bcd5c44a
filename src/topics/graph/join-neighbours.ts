import type {NeighbourGraph} from "../../lib/vectors/neighbour-graph.ts";
import type {WeightedGraph} from "./weighted-graph.ts";

/** Joins two rows where one is among the other's nearest; the weight is their cosine, none below 0. */
export function joinNeighbours({size, k, neighbours, similarities}: NeighbourGraph): WeightedGraph {
  const isMutual = (row: number, other: number): boolean => {
    for (let at = other * k; at < (other + 1) * k; ++at) if (neighbours[at] === row) return true;
    return false;
  };
  const eachEdge = (tell: (row: number, other: number, weight: number) => void): void => {
    for (let row = 0; row < size; ++row)
      for (let at = row * k; at < (row + 1) * k; ++at) {
        const other = neighbours[at]!;
        // an edge that both name is told of once
        if (other < 0 || (row > other && isMutual(row, other))) continue;
        tell(row, other, Math.max(0, similarities[at]!));
      }
  };
  const offsets = new Int32Array(size + 1);
  eachEdge((row, other) => {
    ++offsets[row + 1]!;
    ++offsets[other + 1]!;
  });
  for (let row = 0; row < size; ++row) offsets[row + 1]! += offsets[row]!;
  const next = offsets.slice();
  const targets = new Int32Array(offsets[size]!);
  const weights = new Float64Array(offsets[size]!);
  const put = (row: number, other: number, weight: number): void => {
    targets[next[row]!] = other;
    weights[next[row]!++] = weight;
  };
  eachEdge((row, other, weight) => {
    put(row, other, weight);
    put(other, row, weight);
  });
  return {size, offsets, targets, weights, loops: new Float64Array(size)};
}
