import {Random} from "../../src/lib/random.ts";

/** Vectors of the benches have so many numbers, as those of small sentence encoders. */
export const DIMENSIONS = 384;
const CENTRES = 500;

/** Vectors of length 1, each a mixture of two of 500 centres and of noise; with noise of 2 neighbours are hard to keep. */
export function makeVectorSet(rows: number, noise: number): Float32Array {
  const random = new Random("vector set");
  const centres = Float32Array.from({length: CENTRES * DIMENSIONS}, () => random.normal());
  const vectors = new Float32Array(rows * DIMENSIONS);
  for (let row = 0; row < rows; ++row) {
    const vector = vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
    const [a, b] = [0, 0].map(() => random.integer(0, CENTRES - 1) * DIMENSIONS);
    const share = random.next();
    for (let i = 0; i < DIMENSIONS; ++i)
      vector[i] =
        share * centres[a! + i]! +
        ((1 - share) / 2) * centres[b! + i]! +
        random.between(-noise, noise);
    const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
    for (let i = 0; i < DIMENSIONS; ++i) vector[i]! /= length;
  }
  return vectors;
}
