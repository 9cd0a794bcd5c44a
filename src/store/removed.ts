import type {Entry} from "../model/entry.ts";
import type {Connection} from "./connection.ts";
import type {Database} from "./database.ts";
import {toEntry} from "./database.ts";

/** An entry that is no more, as it was last. */
export interface RemovedEntry {
  readonly entry: Entry;
  readonly removed: number;
  readonly group: string;
}

/** See `History.removed`. */
export async function findRemoved(
  connection: Connection,
  {type, offset = 0, limit = 50}: {type?: string; offset?: number; limit?: number} = {}
): Promise<{entries: RemovedEntry[]; total: number}> {
  const found = await connection.run((db) =>
    db.transaction("r", [db.groups, db.changes, db.entries], () => readRemoved(db))
  );
  const entries = type === undefined ? found : found.filter(({entry}) => entry.type === type);
  return {entries: entries.slice(offset, offset + limit), total: entries.length};
}

/** All of them, newest first. An addition that was undone is not among them: redo is there for it. */
export async function readRemoved(db: Database): Promise<RemovedEntry[]> {
  const groups = await db.groups
    .orderBy("seq")
    .reverse()
    .filter(({removed, kind}) => removed > 0 && kind !== "undo")
    .toArray();
  const removed = new Map<string, RemovedEntry>();
  for (const {group, at} of groups) {
    const blocks = await db.changes.where("group").equals(group).sortBy("seq");
    for (const {table, id, before, after} of blocks.flatMap(({changes}) => changes)) {
      if (table !== "entries" || after !== null || removed.has(id)) continue;
      removed.set(id, {entry: toEntry(before as Entry), removed: at, group});
    }
  }
  const ids = [...removed.keys()];
  const rows = await db.entries.bulkGet(ids);
  rows.forEach((row, i) => row && removed.delete(ids[i]!));
  return [...removed.values()];
}
