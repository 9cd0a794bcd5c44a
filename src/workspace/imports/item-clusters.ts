import type {Lake} from "../../lake/lake.ts";
import type {Cluster, ValueCount} from "../../model/cleaning.ts";
import type {Column} from "../../model/column.ts";
import type {ClusterMethod, Step} from "../../model/recipe.ts";
import {findClusters} from "../../recipes/clusters/find-clusters.ts";
import {toValuesSql} from "../../recipes/clusters/values-sql.ts";
import {planSteps} from "../../recipes/plan-steps.ts";
import {createDescribe} from "./clean.ts";

/** Values of a column that look alike, as they are after some steps. */
export async function findItemClusters(
  lake: Lake,
  table: {readonly relation: string; readonly columns: readonly Column[]},
  {
    steps,
    column,
    method,
    signal
  }: {
    readonly steps: readonly Step[];
    readonly column: string;
    readonly method: ClusterMethod;
    readonly signal?: AbortSignal | undefined;
  }
): Promise<Cluster[]> {
  const {rows} = await planSteps(createDescribe(lake), table, steps);
  const found = await lake.query(toValuesSql(rows, column), signal && {signal});
  const values = Array.from(found, ({value, rows}): ValueCount => ({
    value: value as string,
    rows: Number(rows)
  }));
  const {clusters} = await findClusters(values, method, {signal});
  return [...clusters];
}
