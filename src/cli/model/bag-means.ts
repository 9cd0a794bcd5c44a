import type {Bags} from "./bags.ts";

/** The mean of the table's rows for each bag, scaled to length 1: bags × dimensions. An empty bag has zeros. */
export function toBagMeans(
  table: Float32Array,
  dimensions: number,
  {ids, starts}: Bags
): Float32Array {
  const count = starts.length - 1;
  const units = new Float32Array(count * dimensions);
  for (let bag = 0; bag < count; ++bag) {
    const [first, end] = [starts[bag]!, starts[bag + 1]!];
    const unit = units.subarray(bag * dimensions, (bag + 1) * dimensions);
    let i = first;
    for (; i + 4 <= end; i += 4) {
      // four rows at a time: half the time of one by one
      const [a, b, c, d] = [
        ids[i]! * dimensions,
        ids[i + 1]! * dimensions,
        ids[i + 2]! * dimensions,
        ids[i + 3]! * dimensions
      ];
      for (let j = 0; j < dimensions; ++j)
        unit[j]! += table[a + j]! + table[b + j]! + table[c + j]! + table[d + j]!;
    }
    for (; i < end; ++i) {
      const row = ids[i]! * dimensions;
      for (let j = 0; j < dimensions; ++j) unit[j]! += table[row + j]!;
    }
    let squares = 0;
    for (let j = 0; j < dimensions; ++j) squares += unit[j]! * unit[j]!;
    const sum = Math.sqrt(squares);
    if (sum === 0) continue;
    for (let j = 0; j < dimensions; ++j) unit[j]! /= sum;
  }
  return units;
}
