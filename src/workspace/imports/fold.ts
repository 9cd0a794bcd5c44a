import type {Engine} from "../../lake/engine.ts";
import type {BatchCounts} from "../../model/batch.ts";
import type {Column} from "../../model/column.ts";
import {toFoldSql} from "../../recipes/batches/fold.ts";
import {toMergeSql} from "../../recipes/batches/merge.ts";

/** Rows of batches folded into one table, or those of one batch. */
export interface FoldRows {
  /** What stands after FROM. */
  readonly relation: string;
  readonly columns: readonly Column[];
}

/** Makes the table at `path` of rows that came in one after the other, by their key. */
export async function foldStages(
  engine: Engine,
  path: string,
  stages: readonly FoldRows[],
  key: readonly string[]
): Promise<FoldRows> {
  await engine.run(`DROP TABLE IF EXISTS ${path}`);
  await engine.run(`CREATE TABLE ${path} AS ${toFoldSql(stages, key)}`);
  return {relation: path, columns: await engine.describe(`FROM ${path}`)};
}

/** How the rows of a batch stand to those that are there. A row that a later one of the batch replaces counts as one. */
export async function countBatch(
  engine: Engine,
  before: FoldRows | null,
  incoming: FoldRows & {readonly key: readonly string[]}
): Promise<Omit<BatchCounts, "refused">> {
  if (!before && incoming.key.length === 0) {
    const [counted] = await engine.rows(`SELECT count(*) AS n FROM ${incoming.relation}`);
    return {added: Number(counted!.n), changed: 0, unchanged: 0};
  }
  const [row] = await engine.rows(toMergeSql(before, incoming, incoming.key));
  return {
    added: Number(row!.added),
    changed: Number(row!.changed),
    unchanged: Number(row!.unchanged)
  };
}
