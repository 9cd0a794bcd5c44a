import type {RecordTable} from "../model/change.ts";
import type {Edge} from "../model/edge.ts";
import type {Entry} from "../model/entry.ts";
import type {ChangeBlock, Database, StoredChange} from "./database.ts";
import {readMany} from "./many.ts";
import {toChangeKey} from "./rows.ts";
import {forEachChunk} from "./work.ts";

/** A block with all that its changes say. */
export interface FullBlock extends Omit<ChangeBlock, "changes"> {
  readonly changes: readonly StoredChange[];
}

/**
 * What a block keeps of a change: nothing of the addition of an entry or an edge, whose key says which it was. What was
 * added is the record as it is, or as the next change of it found it; kept twice, it would double the room of an import.
 */
export function packChange(change: StoredChange): StoredChange | null {
  const {table, before, after} = change;
  if (before !== null || after === null || !isPacked(table)) return change;
  return (after as Entry | Edge).revision === 1 ? null : change;
}

/** The block's changes; of an addition that was left out both states are null. */
export function toChanges({keys, changes}: ChangeBlock): StoredChange[] {
  return changes.map((change, i) => {
    if (change) return change;
    const [table, id] = keys[i]!.split("/", 2) as [RecordTable, string];
    return {table, id, before: null, after: null};
  });
}

/** The blocks with what was left out. */
export async function unpackBlocks(
  db: Database,
  blocks: readonly ChangeBlock[]
): Promise<FullBlock[]> {
  const full = blocks.map((block) => ({...block, changes: toChanges(block)}));
  const missing: Missing[] = [];
  for (const {seq, changes} of full)
    changes.forEach(({table, id, before, after}, i) => {
      if (before || after) return;
      missing.push({
        table,
        id,
        seq: seq + i,
        put: (after) => (changes[i] = {...changes[i]!, after})
      });
    });
  const changed = [
    ...(await putUnchanged(db, "entries", missing)),
    ...(await putUnchanged(db, "edges", missing))
  ];
  await forEachChunk(changed, {}, (chunk) => putChanged(db, chunk));
  return full;
}

interface Missing {
  readonly table: RecordTable;
  readonly id: string;
  /** The number of the addition. */
  readonly seq: number;
  readonly put: (after: Entry | Edge) => void;
}

function isPacked(table: RecordTable): boolean {
  return table === "entries" || table === "edges";
}

/** Puts the records that are as they were added, and gives the rest. */
async function putUnchanged(
  db: Database,
  table: "entries" | "edges",
  missing: readonly Missing[]
): Promise<Missing[]> {
  const mine = missing.filter((one) => one.table === table);
  const ids = mine.map(({id}) => id);
  const rows: readonly (Entry | Edge | undefined)[] =
    table === "entries" ? await readMany(db.entries, ids) : await readMany(db.edges, ids);
  return mine.filter(({put}, i) => {
    const row = rows[i];
    if (row?.revision === 1) put(row);
    return row?.revision !== 1;
  });
}

/** Puts what the next change of each record found. */
async function putChanged(db: Database, missing: readonly Missing[]): Promise<void> {
  const keys = missing.map(({table, id}) => toChangeKey(table, id));
  const seqs = await db.changes.where("keys").anyOf(keys).primaryKeys();
  const blocks = await db.changes.bulkGet([...new Set(seqs)].sort((a, b) => a - b));
  const wanted = new Map(missing.map((one, i) => [keys[i]!, one]));
  for (const block of blocks) {
    block!.changes.forEach((change, i) => {
      const one = wanted.get(block!.keys[i]!);
      if (!one || !change?.before || block!.seq + i <= one.seq) return;
      one.put(change.before as Entry | Edge);
      wanted.delete(block!.keys[i]!);
    });
  }
}
