/** Spearman's rho: how alike two lists order the same things, from -1 to 1. Equal numbers share the mean of their ranks. */
export function correlateRanks(a: readonly number[], b: readonly number[]): number {
  return correlate(toRanks(a), toRanks(b));
}

function toRanks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const ranks = new Array<number>(values.length);
  for (let i = 0, end; i < order.length; i = end) {
    for (end = i + 1; end < order.length && values[order[end]!] === values[order[i]!]; ++end);
    for (let j = i; j < end; ++j) ranks[order[j]!] = (i + end - 1) / 2;
  }
  return ranks;
}

function correlate(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; ++i) {
    const [x, y] = [a[i]! - meanA, b[i]! - meanB];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb);
}
