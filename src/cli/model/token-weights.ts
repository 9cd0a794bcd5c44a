import type {EncodedSource} from "./encode.ts";

/** A token this frequent weighs half. */
const HALF_FREQUENCY = 4e-3;

/**
 * Makes frequent tokens weigh less: each row times a / (a + its share of all tokens), the smooth inverse frequency of Arora, Liang &
 * Ma (2017). Training alone leaves words such as "is" too long: contrast between texts of a batch hardly punishes what nearly all
 * of them hold.
 */
export function weighByFrequency(table: Float32Array, counts: Float64Array): void {
  const dimensions = table.length / counts.length;
  const total = counts.reduce((sum, count) => sum + count, 0);
  counts.forEach((count, id) => {
    const weight = HALF_FREQUENCY / (HALF_FREQUENCY + count / total);
    for (let i = id * dimensions; i < (id + 1) * dimensions; ++i) table[i]! *= weight;
  });
}

/** How often each of `tokens` tokens stands in the text. */
export function countTokens(sources: readonly EncodedSource[], tokens: number): Float64Array {
  const counts = new Float64Array(tokens);
  for (const {ids} of sources) for (const id of ids) counts[id]! += 1;
  return counts;
}
