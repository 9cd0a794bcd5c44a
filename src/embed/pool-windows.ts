import {normalise, vectorAt} from "./vectors.ts";

/**
 * The mean of each text's token vectors, scaled to length 1: what transformers.js gives for `{pooling: "mean", normalize:
 * true}`, several times faster. A text may lie in several windows, whose tokens all count alike.
 *
 * @param hidden windows × tokens × dimensions numbers
 * @param mask windows × tokens numbers: 1 for a token, 0 for padding
 * @param owners the text that each window is of, ascending
 */
export function poolWindows(
  hidden: {
    readonly data: Float32Array;
    readonly shape: readonly [number, number, number];
  },
  mask: BigInt64Array,
  {texts, owners}: {readonly texts: number; readonly owners: readonly number[]}
): Float32Array {
  const [windows, tokens, dimensions] = hidden.shape;
  const sums = new Float64Array(texts * dimensions);
  for (let window = 0; window < windows; ++window) {
    const at = owners[window]! * dimensions;
    for (let token = window * tokens; token < (window + 1) * tokens; ++token) {
      if (mask[token] === 0n) continue;
      const offset = token * dimensions;
      for (let i = 0; i < dimensions; ++i) sums[at + i]! += hidden.data[offset + i]!;
    }
  }
  const vectors = Float32Array.from(sums); // the sum points where the mean does
  for (let text = 0; text < texts; ++text) normalise(vectorAt(vectors, dimensions, text));
  return vectors;
}
