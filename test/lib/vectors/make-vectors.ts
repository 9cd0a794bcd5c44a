import {Random} from "../../../src/lib/random.ts";

/** Row-major vectors of length 1, around centres; every tenth row is of zeros if asked for. */
export function makeVectors(
  rows: number,
  dimensions: number,
  {centres = 20, withZeros = false}: {centres?: number; withZeros?: boolean} = {}
): Float32Array {
  const random = new Random("vectors");
  const means = Float32Array.from({length: centres * dimensions}, () => random.between(-1, 1));
  const vectors = new Float32Array(rows * dimensions);
  for (let row = 0; row < rows; ++row) {
    if (withZeros && row % 10 === 3) continue;
    const centre = random.integer(0, centres - 1);
    const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions);
    for (let i = 0; i < dimensions; ++i)
      vector[i] = means[centre * dimensions + i]! + random.between(-1, 1);
    const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
    for (let i = 0; i < dimensions; ++i) vector[i]! /= length;
  }
  return vectors;
}
