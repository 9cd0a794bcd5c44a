import type {RecordOf, RecordTable} from "../model/change.ts";
import type {EntryType} from "../model/entry-type.ts";
import {createUuid} from "../lib/uuid.ts";
import type {Connection} from "./connection.ts";
import {deleteMany} from "./many.ts";
import {idOf, toChangeKey, toEntryRow} from "./rows.ts";
import type {ChangeBlock, Database, EntryRow, GroupRow, StoredChange} from "./database.ts";

/** The setting that names who works at this browser. */
export const AUTHOR_SETTING = "author";
/** Changes in one record of the history. */
const BLOCK_SIZE = 1000;

export interface BatchOptions {
  /** What is done, for people: "Keep 12 rows as Items". */
  readonly what: string | (() => string);
  readonly kind?: GroupRow["kind"];
  /** The group that this one takes back. */
  readonly undoes?: string | null;
}

/** A record's two states; null where it is not there. */
export interface Pair<T extends RecordTable> {
  readonly before: RecordOf[T] | null;
  readonly after: RecordOf[T] | null;
}

/** What a batch did; null where it changed nothing, and so left no trace. */
export type Group = GroupRow | null;

/**
 * Runs `work` in one transaction over all records and their history: whatever it writes through the batch is there
 * together with its history, or not at all. What it throws, an abort too, takes all of it back.
 */
export function runBatch<T>(
  connection: Connection,
  options: BatchOptions,
  work: (batch: Batch) => Promise<T>
): Promise<{result: T; group: Group}> {
  return connection.run((db) =>
    db.transaction(
      "rw",
      [
        db.entries,
        db.slugs,
        db.edges,
        db.types,
        db.kinds,
        db.suggestions,
        db.views,
        db.groups,
        db.changes,
        db.settings
      ],
      async () => {
        const batch = new Batch(db, options, await readRevision(db));
        const result = await work(batch);
        return {result, group: await batch.finish()};
      }
    )
  );
}

/** The number of the last change; 0 where there is none. */
export async function readRevision(db: Database): Promise<number> {
  const last = await db.changes.orderBy(":id").last();
  return last ? last.seq + last.keys.length - 1 : 0;
}

/** Writes records and, beside them, what was there before and what is there now. Lives inside `runBatch`. */
export class Batch {
  readonly db: Database;
  readonly group = createUuid();
  readonly at = Date.now();
  readonly #options: BatchOptions;
  readonly #first: number;
  readonly #counts = {added: 0, changed: 0, removed: 0};
  #next: number;
  #ids = 0;
  #pending: StoredChange[] = [];
  #types: Map<string, EntryType> | undefined;

  constructor(db: Database, options: BatchOptions, revision: number) {
    this.db = db;
    this.#options = options;
    this.#first = this.#next = revision + 1;
  }

  /** An id for a new record; they sort in the order of their making, so that what was added together lies together. */
  createId(): string {
    return createUuid(this.at, this.#ids++);
  }

  /** The entry types as this batch leaves them, by name. */
  async types(): Promise<ReadonlyMap<string, EntryType>> {
    this.#types ??= new Map((await this.db.types.toArray()).map((type) => [type.name, type]));
    return this.#types;
  }

  /** Adds (`before` is null), changes or removes (`after` is null) records of one table. */
  async write<T extends RecordTable>(table: T, pairs: readonly Pair<T>[]): Promise<void> {
    const added: RecordOf[T][] = [];
    const changed: RecordOf[T][] = [];
    const removed: string[] = [];
    for (const {before, after} of pairs) {
      if (after === null) removed.push(idOf(before!));
      else (before === null ? added : changed).push(after);
      this.#pending.push({table, id: idOf(after ?? before!), before, after});
    }
    if (table === "types") this.#types = undefined;
    const rows = this.db.table<RecordOf[T], string>(table);
    if (removed.length > 0) await deleteMany(rows, removed);
    if (added.length > 0) await rows.bulkAdd(await this.#toRows(table, added));
    if (changed.length > 0) await rows.bulkPut(await this.#toRows(table, changed));
    this.#counts.added += added.length;
    this.#counts.changed += changed.length;
    this.#counts.removed += removed.length;
    while (this.#pending.length >= BLOCK_SIZE) await this.#flush();
  }

  /** Writes entries as they are, with the key that their type now says and without a trace in history. */
  async rewrite(rows: readonly EntryRow[]): Promise<void> {
    await this.db.entries.bulkPut(await this.#toRows("entries", rows));
  }

  async finish(): Promise<Group> {
    while (this.#pending.length > 0) await this.#flush();
    if (this.#next === this.#first) return null;
    const {what, kind = "do", undoes = null} = this.#options;
    const who = ((await this.db.settings.get(AUTHOR_SETTING))?.value as string | undefined) ?? "";
    const row: GroupRow = {
      group: this.group,
      seq: this.#first,
      what: typeof what === "string" ? what : what(),
      at: this.at,
      ...(who !== "" && {who}),
      kind,
      undoes,
      undoneBy: null,
      ...this.#counts
    };
    await this.db.groups.add(row);
    return row;
  }

  async #flush(): Promise<void> {
    const changes = this.#pending.splice(0, BLOCK_SIZE);
    const block: ChangeBlock = {
      seq: this.#next,
      group: this.group,
      keys: changes.map(({table, id}) => toChangeKey(table, id)),
      changes
    };
    this.#next += changes.length;
    await this.db.changes.add(block);
  }

  async #toRows<T extends RecordTable>(
    table: T,
    records: readonly RecordOf[T][]
  ): Promise<RecordOf[T][]> {
    if (table !== "entries") return [...records];
    const types = await this.types();
    return (records as readonly EntryRow[]).map((entry) =>
      toEntryRow(entry, types.get(entry.type))
    ) as RecordOf[T][];
  }
}
