import type {Entry} from "../model/entry.ts";
import type {Connection} from "./connection.ts";
import type {Database, EntryRow, GroupRow} from "./database.ts";
import {toEntry} from "./database.ts";
import {toChanges} from "./packed-changes.ts";

/** An entry that is no more, as it was last. */
export interface RemovedEntry {
  readonly entry: Entry;
  readonly removed: number;
  readonly group: string;
}

/** A removed entry as the database had it. */
export interface RemovedRow {
  readonly row: EntryRow;
  readonly removed: number;
  readonly group: string;
}

export interface TrashQuery {
  readonly type?: string;
  readonly offset?: number;
  readonly limit?: number;
}

/** Where history keeps the last state of a removed entry. */
interface Place {
  readonly type: string;
  readonly group: string;
  readonly removed: number;
  /** The number of the block of changes. */
  readonly seq: number;
}

/**
 * The entries that were removed. Where each lies in the history is kept in memory and follows the history, so that
 * only the first look costs a reading of all removals, and a page costs its blocks.
 */
export class Trash {
  readonly #connection: Connection;
  /** By id, in the order of removal. */
  readonly #places = new Map<string, Place>();
  #last: GroupRow | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Newest first. An addition that was undone is not among them: redo is there for it. */
  page({type, offset = 0, limit = 50}: TrashQuery = {}): Promise<{
    entries: RemovedEntry[];
    total: number;
  }> {
    return this.#connection.run((db) =>
      db.transaction("r", [db.groups, db.changes, db.entries], async () => {
        await this.#follow(db);
        const there = await this.#findThere(db);
        const ids = [...this.#places]
          .filter(([id, place]) => !there.has(id) && (type === undefined || place.type === type))
          .map(([id]) => id)
          .reverse();
        const page = ids.slice(offset, offset + limit);
        const found = await this.#read(db, page);
        return {
          entries: page.map((id) => {
            const {row, removed, group} = found.get(id)!;
            return {entry: toEntry(row), removed, group};
          }),
          total: ids.length
        };
      })
    );
  }

  /** Those of the entries that are no more; inside of a transaction over entries and history. */
  async find(db: Database, ids: readonly string[]): Promise<Map<string, RemovedRow>> {
    await this.#follow(db);
    const there = new Set(
      await db.entries
        .where(":id")
        .anyOf([...ids])
        .primaryKeys()
    );
    return this.#read(
      db,
      ids.filter((id) => this.#places.has(id) && !there.has(id))
    );
  }

  async #follow(db: Database): Promise<void> {
    const last = this.#last && (await db.groups.get(this.#last.group));
    // another history than the one that was read: an archive took its place
    if (!last) this.#places.clear();
    const groups = await db.groups
      .where("seq")
      .above(last?.seq ?? 0)
      .sortBy("seq");
    for (const {group, at, removed, kind} of groups) {
      if (removed === 0 || kind === "undo") continue;
      for (const block of await db.changes.where("group").equals(group).sortBy("seq")) {
        for (const {table, id, before, after} of toChanges(block)) {
          if (table !== "entries" || !before || after) continue;
          this.#places.delete(id); // to the end
          this.#places.set(id, {
            type: (before as EntryRow).type,
            group,
            removed: at,
            seq: block.seq
          });
        }
      }
    }
    this.#last = groups.at(-1) ?? last;
  }

  /** The removed entries that are there again. */
  async #findThere(db: Database): Promise<ReadonlySet<string>> {
    let [low, high] = ["\uffff", ""];
    for (const id of this.#places.keys())
      [low, high] = [id < low ? id : low, id > high ? id : high];
    if (high === "") return new Set();
    return new Set(await db.entries.where(":id").between(low, high, true, true).primaryKeys());
  }

  async #read(db: Database, ids: readonly string[]): Promise<Map<string, RemovedRow>> {
    const wanted = new Set(ids);
    const blocks = await db.changes.bulkGet([
      ...new Set(ids.map((id) => this.#places.get(id)!.seq))
    ]);
    const found = new Map<string, RemovedRow>();
    for (const {table, id, before, after} of blocks.flatMap((block) => toChanges(block!))) {
      if (table !== "entries" || !before || after || !wanted.has(id)) continue;
      const {removed, group} = this.#places.get(id)!;
      found.set(id, {row: before as EntryRow, removed, group});
    }
    return found;
  }
}
