import type {Change, RecordTable} from "../model/change.ts";
import type {Entry} from "../model/entry.ts";
import {readRevision} from "./batch.ts";
import type {Connection} from "./connection.ts";
import type {ChangeBlock, Database, GroupRow} from "./database.ts";
import {toRecord} from "./database.ts";
import {unpackBlocks} from "./packed-changes.ts";
import {restoreEntries} from "./restore.ts";
import {undoGroup} from "./undo.ts";
import {toChangeKey} from "./rows.ts";
import type {RemovedEntry, TrashQuery} from "./trash.ts";
import {Trash} from "./trash.ts";
import type {WorkOptions} from "./work.ts";

/** One write as history lists it: what was done, when, to how many records. */
export type ChangeGroup = GroupRow;

/** What was done, newest first, and how it is taken back. */
export interface History {
  /** A record's changes, newest first. */
  of<T extends RecordTable>(table: T, id: string, options?: {limit?: number}): Promise<Change<T>[]>;
  /** Writes, newest first. */
  recent(options?: {offset?: number; limit?: number}): Promise<ChangeGroup[]>;
  count(): Promise<number>;
  get(group: string): Promise<ChangeGroup | undefined>;
  /** A write's changes, in order. */
  changes(group: string, options?: {offset?: number; limit?: number}): Promise<Change[]>;
  /** Changes after `seq`, in order, at most about `limit` of them. */
  since(seq: number, limit?: number): Promise<Change[]>;
  /** The number of the last change; 0 where there is none. */
  revision(): Promise<number>;
  /**
   * Takes a write back, all of it or nothing, as a write of its own; undoing that one does it again. Throws `InputError`
   * that names the records where some of them were changed since.
   */
  undo(group: string, options?: WorkOptions): Promise<ChangeGroup>;
  /** The write that the next undo would take back. */
  lastUndoable(): Promise<ChangeGroup | undefined>;
  /** The undo that the next redo would take back; none once something else was done after it. */
  lastRedoable(): Promise<ChangeGroup | undefined>;
  /** Entries that were removed and can be restored, newest first. */
  removed(options?: TrashQuery): Promise<{entries: RemovedEntry[]; total: number}>;
  /** Brings removed entries back, with those of their edges whose other end is there. */
  restore(ids: readonly string[]): Promise<{entries: Entry[]; edges: number; group: string | null}>;
}

export function createHistory(connection: Connection): History {
  const trash = new Trash(connection);
  return {
    of: <T extends RecordTable>(table: T, id: string, {limit = 100} = {}) =>
      connection.run(async (db) => {
        const key = toChangeKey(table, id);
        const blocks = await db.changes.where("keys").equals(key).reverse().limit(limit).toArray();
        const changes = (await readChanges(db, blocks)).filter(
          (change) => change.table === table && change.id === id
        );
        return changes.sort((a, b) => b.seq - a.seq) as Change<T>[];
      }),

    recent: ({offset = 0, limit = 50} = {}) =>
      connection.run((db) => newestFirst(db).offset(offset).limit(limit).toArray()),

    count: () => connection.run((db) => db.groups.count()),
    get: (group) => connection.run((db) => db.groups.get(group)),

    changes: (group, {offset = 0, limit = Infinity} = {}) =>
      connection.run(async (db) => {
        const changes = await readChanges(
          db,
          await db.changes.where("group").equals(group).sortBy("seq")
        );
        return changes.slice(offset, offset + limit);
      }),

    since: (seq, limit = Infinity) =>
      connection.run(async (db) => {
        const last = await db.changes.where(":id").belowOrEqual(seq).last();
        const rest = db.changes.where(":id").above(seq);
        const blocks = await (limit === Infinity ? rest : rest.limit(limit)).toArray();
        const changes = await readChanges(db, last ? [last, ...blocks] : blocks);
        return changes.filter((change) => change.seq > seq).slice(0, limit);
      }),

    revision: () => connection.run(readRevision),
    undo: (group, options) => undoGroup(connection, group, options),

    lastUndoable: () =>
      connection.run((db) =>
        newestFirst(db)
          .filter(({kind, undoneBy}) => kind === "do" && undoneBy === null)
          .first()
      ),

    lastRedoable: () =>
      connection.run((db) =>
        newestFirst(db)
          .until(({kind}) => kind === "do")
          .filter(({kind, undoneBy}) => kind === "undo" && undoneBy === null)
          .first()
      ),

    removed: (options) => trash.page(options),
    restore: (ids) => restoreEntries(connection, trash, ids)
  };
}

function newestFirst(db: Database): ReturnType<Database["groups"]["orderBy"]> {
  return db.groups.orderBy("seq").reverse();
}

async function readChanges(db: Database, packed: readonly ChangeBlock[]): Promise<Change[]> {
  const blocks = await unpackBlocks(db, packed);
  const groups = await db.groups.bulkGet(blocks.map(({group}) => group));
  return blocks.flatMap((block, i) => {
    const {what, at, undoes, who = ""} = groups[i]!;
    return block.changes.map(({table, id, before, after}, n) => ({
      seq: block.seq + n,
      group: block.group,
      what,
      at,
      who,
      table,
      id,
      before: before && toRecord(before),
      after: after && toRecord(after),
      undoes
    }));
  });
}
