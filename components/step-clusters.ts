import type {Cluster} from "../src/index.ts";

/** A cluster with what somebody made of it. */
export interface ChosenCluster extends Cluster {
  readonly isChosen: boolean;
}

/** Clusters as they were chosen before: those of which a value is merged already are ticked and keep their value. */
export function toChosenClusters(
  clusters: readonly Cluster[],
  merged: Readonly<Record<string, string>>
): ChosenCluster[] {
  return clusters.map((cluster) => {
    const before = cluster.values.find(({value}) => Object.hasOwn(merged, value));
    return before
      ? {...cluster, into: merged[before.value]!, isChosen: true}
      : {...cluster, isChosen: false};
  });
}

/** The values that the chosen clusters merge, each with what it becomes. */
export function toMergedValues(clusters: readonly ChosenCluster[]): Record<string, string> {
  const pairs = clusters
    .filter(({isChosen}) => isChosen)
    .flatMap(({values, into}) =>
      values.filter(({value}) => value !== into).map(({value}) => [value, into] as const)
    );
  return Object.fromEntries(pairs);
}
