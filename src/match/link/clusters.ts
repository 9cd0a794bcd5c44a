/** Pairs of two clusters that are looked at, at most, before they become one. */
const MAX_CROSS_PAIRS = 64;

export interface ClusterEdge {
  readonly a: number;
  readonly b: number;
  /** Above 0: rather one; log2 of the odds. */
  readonly weight: number;
}

/**
 * Records that are one, from pairs, the surest first: two clusters become one where their records are one with each
 * other on the average, so that one wrong pair does not join what the others part (average linkage, as a greedy answer to
 * the correlation clustering of N. Bansal, A. Blum, S. Chawla, "Correlation Clustering", 2004). `toWeight` gives that of
 * any pair, compared before or not. Only clusters of two and more, each ascending.
 */
export function toClusters(
  edges: readonly ClusterEdge[],
  toWeight: (a: number, b: number) => number
): number[][] {
  const clusterOf = new Map<number, number[]>();
  const find = (record: number): number[] => {
    let cluster = clusterOf.get(record);
    if (!cluster) clusterOf.set(record, (cluster = [record]));
    return cluster;
  };
  for (const {a, b} of edges.toSorted((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b)) {
    const [one, other] = [find(a), find(b)];
    if (one === other || !areOne(one, other, toWeight)) continue;
    const [large, small] = one.length >= other.length ? [one, other] : [other, one];
    for (const record of small) {
      large.push(record);
      clusterOf.set(record, large);
    }
  }
  return [...new Set(clusterOf.values())]
    .filter(({length}) => length > 1)
    .map((cluster) => cluster.toSorted((x, y) => x - y))
    .sort((x, y) => x[0]! - y[0]!);
}

/** One to one: the surest pairs first, as long as neither record has another (unique mapping: S. Lacoste-Julien and others, "SiGMa", 2013). */
export function toUniquePairs(edges: readonly ClusterEdge[]): number[][] {
  const taken = new Set<number>();
  const pairs: number[][] = [];
  for (const {a, b} of edges.toSorted((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b)) {
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a).add(b);
    pairs.push([a, b]);
  }
  return pairs.sort((x, y) => x[0]! - y[0]!);
}

function areOne(
  one: readonly number[],
  other: readonly number[],
  toWeight: (a: number, b: number) => number
): boolean {
  const all = one.length * other.length;
  const step = Math.max(1, Math.floor(all / MAX_CROSS_PAIRS));
  let [sum, count] = [0, 0];
  for (let i = 0; i < all; i += step) {
    const [x, y] = [one[Math.floor(i / other.length)]!, other[i % other.length]!];
    sum += x < y ? toWeight(x, y) : toWeight(y, x);
    ++count;
  }
  return sum / count > 0;
}
