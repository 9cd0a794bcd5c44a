/**
 * Normalised mutual information of two partitions of the same things, from 0 to 1, by the arithmetic mean of their entropies
 * (Vinh, Epps, Bailey: Information theoretic measures for clusterings comparison, 2010).
 */
export function toMutualInformation(one: readonly string[], other: readonly string[]): number {
  const size = one.length;
  const toEntropy = (counts: ReadonlyMap<string, number>): number =>
    [...counts.values()].reduce((sum, n) => sum - (n / size) * Math.log(n / size), 0);
  const both = one.map((name, i) => JSON.stringify([name, other[i]]));
  const [a, b, joint] = [one, other, both].map((names) => toEntropy(countEach(names)));
  return a! + b! === 0 ? 1 : (2 * (a! + b! - joint!)) / (a! + b!);
}

function countEach(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
