/**
 * Makes the ratio of two shares fall from the best level to the worst: neighbours that stand in the wrong order share
 * one ratio (pool adjacent violators; M. Ayer, H. D. Brunk and others, "An Empirical Distribution Function for Sampling
 * with Incomplete Information", 1955). Gives the new numerators; their sum stays.
 */
export function toFallingRatio(
  numerators: readonly number[],
  denominators: readonly number[]
): number[] {
  const pools: {top: number; bottom: number; size: number}[] = [];
  for (const [i, numerator] of numerators.entries()) {
    pools.push({top: numerator, bottom: denominators[i]!, size: 1});
    for (let last = pools.at(-1)!, before = pools.at(-2); before; before = pools.at(-2)) {
      if (last.top * before.bottom <= before.top * last.bottom) break;
      pools.splice(-2, 2, {
        top: before.top + last.top,
        bottom: before.bottom + last.bottom,
        size: before.size + last.size
      });
      last = pools.at(-1)!;
    }
  }
  return pools
    .flatMap(({top, bottom, size}) => Array<number>(size).fill(top / bottom))
    .map((ratio, i) => ratio * denominators[i]!);
}
