import type {Batch, Rollback} from "../../model/batch.ts";
import {toRollbackSql} from "../../recipes/batches/rollback.ts";
import type {ImportContext} from "./context.ts";
import type {WorkOptions} from "./imports.ts";
import {withSchema} from "./schemas.ts";

/** What taking a batch back does: all batches of its table are read, and folded with it and without. */
export async function planRollback(
  {lake, store, tables}: ImportContext,
  id: string,
  work: WorkOptions = {}
): Promise<Rollback> {
  const batch = await store.batches.get(id);
  const batches = listCounting(await store.batches.list(), batch);
  const index = batches.findIndex((other) => other.id === id);
  if (index < 0) return {batch: id, removed: 0, restored: 0, kept: 0, keptKeys: []};
  return withSchema(lake, "rollback", async (schema) => {
    const stages = await tables.read(schema, batches, work);
    const {key} = batches.at(-1)!.recipe;
    const sql = toRollbackSql(stages, index, key);
    const options = work.signal && {signal: work.signal};
    const counts = (await lake.query(sql.counts, options)).row(0);
    const kept = await lake.query(sql.kept, options);
    const keys = await lake.query(sql.keptKeys, options);
    return {
      batch: id,
      removed: Number(counts.removed),
      restored: Number(counts.restored),
      kept: Number(kept.value(0, 0)),
      keptKeys: Array.from(keys, (row) => Object.values(row).map((text) => (text ?? "") as string))
    };
  });
}

/** The batches that make the table of a batch, in order. */
function listCounting(batches: readonly Batch[], {target}: Batch): Batch[] {
  return batches.filter(
    (other) => other.rolledBack === null && other.target.toLowerCase() === target.toLowerCase()
  );
}
