import type {Neighbour} from "../../../src/lib/vectors/vector-scan.ts";

/** What a plain loop over all rows finds; equal scores keep the order of the rows. */
export function findExactly(
  query: Float32Array,
  vectors: Float32Array,
  top: number,
  skip: (row: number) => boolean = () => false
): Neighbour[] {
  const found: Neighbour[] = [];
  for (let row = 0; row * query.length < vectors.length; ++row) {
    const vector = vectors.subarray(row * query.length, (row + 1) * query.length);
    if (skip(row) || !vector.some((value) => value !== 0)) continue;
    found.push({row, score: vector.reduce((sum, value, i) => sum + value * query[i]!, 0)});
  }
  return found.sort((a, b) => b.score - a.score || a.row - b.row).slice(0, top);
}

/** How many of the expected rows were found, from 0 to 1. */
export function toRecall(found: Iterable<number>, expected: readonly Neighbour[]): number {
  const rows = new Set(found);
  return expected.filter(({row}) => rows.has(row)).length / expected.length;
}
