import {normalise} from "./vectors.ts";

/**
 * The mean of each text's token vectors, scaled to length 1: what transformers.js gives for `{pooling: "mean", normalize:
 * true}`, several times faster.
 *
 * @param hidden texts × tokens × dimensions numbers
 * @param mask texts × tokens numbers: 1 for a token, 0 for padding
 */
export function meanPool(
  hidden: Float32Array,
  [texts, tokens, dimensions]: readonly [number, number, number],
  mask: BigInt64Array
): Float32Array {
  const vectors = new Float32Array(texts * dimensions);
  const sum = new Float64Array(dimensions);
  for (let text = 0; text < texts; ++text) {
    sum.fill(0);
    for (let token = text * tokens; token < (text + 1) * tokens; ++token) {
      if (mask[token] === 0n) continue;
      const offset = token * dimensions;
      for (let i = 0; i < dimensions; ++i) sum[i]! += hidden[offset + i]!;
    }
    const vector = vectors.subarray(text * dimensions, (text + 1) * dimensions);
    vector.set(sum); // the sum points where the mean does
    normalise(vector);
  }
  return vectors;
}
