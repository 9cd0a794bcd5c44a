/** Two records that are taken for one, by their positions. */
export interface Link {
  readonly a: number;
  readonly b: number;
}

/** Records that links join, directly or by others (union–find with halved paths); each list ascending, by its first. */
export function joinClusters(links: readonly Link[]): number[][] {
  const parents = new Map<number, number>();
  const find = (record: number): number => {
    let at = record;
    for (;;) {
      const parent = parents.get(at) ?? at;
      const grandparent = parents.get(parent) ?? parent;
      if (parent === grandparent) return parent;
      parents.set(at, grandparent);
      at = grandparent;
    }
  };
  for (const {a, b} of links) {
    const [first, second] = [find(a), find(b)];
    parents.set(Math.max(first, second), Math.min(first, second));
  }
  const clusters = new Map<number, number[]>();
  for (const record of [...new Set(links.flatMap(({a, b}) => [a, b]))].sort((x, y) => x - y)) {
    const root = find(record);
    const cluster = clusters.get(root);
    if (cluster) cluster.push(record);
    else clusters.set(root, [record]);
  }
  return [...clusters.values()];
}
