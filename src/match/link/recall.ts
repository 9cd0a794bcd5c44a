/**
 * The share of matches that blocking finds, from which rules found each: those found by one rule only, against those
 * found by two, tell how many none found (A. Chao, "Estimating the Population Size for Capture-Recapture Data with
 * Unequal Catchability", 1987, corrected for small numbers). Rules that fail together make it too high.
 */
export function toRecall(rules: Int32Array, chances: Float64Array): number {
  let [all, once, twice] = [0, 0, 0];
  for (const [i, mask] of rules.entries()) {
    const count = countBits(mask);
    if (count === 0) continue;
    all += chances[i]!;
    if (count === 1) once += chances[i]!;
    if (count === 2) twice += chances[i]!;
  }
  if (all === 0) return 1;
  const missed = (once * Math.max(0, once - 1)) / (2 * (twice + 1));
  return all / (all + missed);
}

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) ++count;
  return count;
}
