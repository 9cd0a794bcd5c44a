/**
 * The probability from which on pairs are called one, so that the expected F1 is best: of the pairs above it, those
 * expected to be one against all that are expected to be, found or not.
 */
export function toBestThreshold(chances: Float64Array, recall: number): number {
  const falling = chances.slice().sort().reverse();
  const all = falling.reduce((sum, chance) => sum + chance, 0) / Math.max(recall, 0.01);
  let [found, best, threshold] = [0, 0, 0.5];
  for (const [i, chance] of falling.entries()) {
    found += chance;
    const f1 = (2 * found) / (i + 1 + all);
    // half way to the next one, so that what is above it is so clearly
    if (f1 > best) [best, threshold] = [f1, (chance + (falling[i + 1] ?? 0)) / 2];
  }
  return threshold;
}
