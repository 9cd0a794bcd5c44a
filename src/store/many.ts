import type {Table} from "dexie";

/** With fewer ids than this, asking for each is quick enough. */
const MIN_RANGE = 50;

/**
 * The records with these ids, in their order, undefined where one is not there. Ids made one after another lie one
 * after another, and a range is read some ten times faster than its records one by one.
 */
export async function readMany<T extends {readonly id: string}>(
  table: Table<T, string>,
  ids: readonly string[]
): Promise<(T | undefined)[]> {
  const range = await findRange(table, ids);
  if (!range || range.count > 2 * ids.length) return table.bulkGet([...ids]);
  const rows = new Map(
    (await table.where(":id").between(range.low, range.high, true, true).toArray()).map((row) => [
      row.id,
      row
    ])
  );
  return ids.map((id) => rows.get(id));
}

/** Deletes the records with these ids, all of which are there and none twice; as a range where nothing else lies in it. */
export async function deleteMany(
  table: Table<unknown, string>,
  ids: readonly string[]
): Promise<void> {
  const range = await findRange(table, ids);
  if (range?.count === ids.length)
    await table.where(":id").between(range.low, range.high, true, true).delete();
  else await table.bulkDelete([...ids]);
}

async function findRange(
  table: Table<unknown, string>,
  ids: readonly string[]
): Promise<{low: string; high: string; count: number} | undefined> {
  if (ids.length < MIN_RANGE) return undefined;
  const [low, high] = ids.reduce(
    ([low, high], id) => [id < low ? id : low, id > high ? id : high],
    [ids[0]!, ids[0]!]
  );
  return {low, high, count: await table.where(":id").between(low, high, true, true).count()};
}
