import {Dexie} from "dexie";
import type {Transaction} from "dexie";
import {InputError} from "../lib/errors.ts";
import type {RecordOf, RecordTable} from "../model/change.ts";
import type {Edge} from "../model/edge.ts";
import {createUuid} from "../lib/uuid.ts";
import type {Connection} from "./connection.ts";
import {Counter} from "./counts.ts";
import type {ChangeBlock, Database, EntryRow, GroupRow, StoredChange} from "./database.ts";
import {EdgeGuard} from "./edge-guard.ts";
import {deleteMany} from "./many.ts";
import {packChange} from "./packed-changes.ts";
import {idOf, toChangeKey, toEntryRow} from "./rows.ts";
import {SlugMaker} from "./slugs.ts";
import {TypeBook} from "./type-book.ts";
import {UniqueGuard} from "./unique-guard.ts";

/** The setting that names who works at this browser. */
export const AUTHOR_SETTING = "author";
/** Ids that `createUuid` makes of one millisecond before it runs ahead of the clock. */
const IDS_PER_MS = 4096;
/** Changes in one record of the history. */
const BLOCK_SIZE = 1000;

export interface BatchOptions<T = never> {
  /** What is done, for people: "Keep 12 rows as Items"; made of the work's result where that says it. */
  readonly what: string | ((result: T) => string);
  readonly kind?: GroupRow["kind"];
  /** The group that this one takes back. */
  readonly undoes?: string | null;
}

/** A record's two states; null where it is not there. */
export interface Pair<T extends RecordTable> {
  readonly before: RecordOf[T] | null;
  readonly after: RecordOf[T] | null;
}

/** Transactions that a batch is at work in. */
const batching = new WeakSet<Transaction>();

/** What a batch did; null where it changed nothing, and so left no trace. */
export type Group = GroupRow | null;

/**
 * Runs `work` in one transaction over all records and their history: whatever it writes through the batch is there
 * together with its history, or not at all. What it throws, an abort too, takes all of it back.
 */
export async function runBatch<T>(
  connection: Connection,
  {what, ...options}: BatchOptions<T>,
  work: (batch: Batch) => Promise<T>
): Promise<{result: T; group: Group}> {
  // a batch in a batch would write numbers of the history that the outer one has taken
  if (Dexie.currentTransaction && batching.has(Dexie.currentTransaction))
    throw new InputError(
      "write inside of a transaction: only what the transaction itself gives may be used in it"
    );
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
        db.topicSets,
        db.topics,
        db.topicMembers,
        db.groups,
        db.changes,
        db.settings
      ],
      async () => {
        batching.add(Dexie.currentTransaction);
        const batch = new Batch(db, options, await readLast(db));
        const result = await work(batch);
        return {result, group: await batch.finish(typeof what === "string" ? what : what(result))};
      }
    )
  );
}

/** The number of the last change; 0 where there is none. */
export async function readRevision(db: Database): Promise<number> {
  return (await readLast(db)).revision;
}

interface LastWrite {
  readonly revision: number;
  /** The time that its last id tells. */
  readonly at: number;
  readonly group: string | undefined;
}

/** What the next write follows. */
async function readLast(db: Database): Promise<LastWrite> {
  const last = await db.groups.orderBy("seq").last();
  if (!last) return {revision: 0, at: 0, group: undefined};
  const {seq, added, changed, removed, at, group} = last;
  const ahead = Math.floor(added / IDS_PER_MS);
  return {revision: seq + added + changed + removed - 1, at: at + ahead, group};
}

/** Writes records and, beside them, what was there before and what is there now. Lives inside `runBatch`. */
export class Batch {
  readonly db: Database;
  readonly group = createUuid();
  /** Later than any write before, also where the clock was set back: what is new is never older than what is there. */
  readonly at: number;
  readonly #options: Omit<BatchOptions, "what">;
  readonly #first: number;
  readonly #counts = {added: 0, changed: 0, removed: 0};
  readonly #makers = new Map<string, SlugMaker>();
  readonly #last: LastWrite;
  readonly #counter = new Counter();
  readonly #uniques: UniqueGuard;
  readonly #edges: EdgeGuard;
  #next: number;
  #ids = 0;
  #pending: StoredChange[] = [];
  #types: TypeBook | undefined;

  constructor(db: Database, options: Omit<BatchOptions, "what">, last: LastWrite) {
    this.db = db;
    this.#last = last;
    this.at = Math.max(Date.now(), last.at + 1);
    this.#options = options;
    this.#first = this.#next = last.revision + 1;
    this.#uniques = new UniqueGuard(db);
    this.#edges = new EdgeGuard(db);
  }

  /** An id for a new record; they sort in the order of their making, so that what was added together lies together. */
  createId(): string {
    return createUuid(this.at, this.#ids++);
  }

  /** The entry types as this batch leaves them. */
  async types(): Promise<TypeBook> {
    this.#types ??= new TypeBook(await this.db.types.toArray());
    return this.#types;
  }

  /** What gives entries of a type their slugs; the same through the whole batch. */
  slugs(type: string): SlugMaker {
    const maker = this.#makers.get(type) ?? new SlugMaker(this.db, type);
    this.#makers.set(type, maker);
    return maker;
  }

  /** Adds (`before` is null), changes or removes (`after` is null) records of one table. */
  async write<T extends RecordTable>(table: T, pairs: readonly Pair<T>[]): Promise<void> {
    const toRow = await this.#toRow(table);
    const added: RecordOf[T][] = [];
    const changed: RecordOf[T][] = [];
    const removed: string[] = [];
    for (const {before, after} of pairs) {
      const row = after && toRow(after);
      if (row === null) removed.push(idOf(before!));
      else (before === null ? added : changed).push(row);
      this.#pending.push({table, id: idOf(row ?? before!), before, after});
      if (table === "entries") this.#noteEntry(before as EntryRow | null, row as EntryRow | null);
      if (table === "edges") this.#edges.note(before as Edge | null, row as Edge | null);
    }
    if (table === "types") this.#types = undefined;
    const rows = this.db.table<RecordOf[T], string>(table);
    if (removed.length > 0) await deleteMany(rows, removed);
    if (added.length > 0) await rows.bulkAdd(added);
    if (changed.length > 0) await rows.bulkPut(changed);
    this.#counts.added += added.length;
    this.#counts.changed += changed.length;
    this.#counts.removed += removed.length;
    while (this.#pending.length >= BLOCK_SIZE) await this.#flush();
  }

  /** Writes entries as they are, with the key that their type now says and without a trace in history. */
  async rewrite(rows: readonly EntryRow[]): Promise<void> {
    const types = await this.types();
    await this.db.entries.bulkPut(rows.map((row) => toEntryRow(row, types)));
  }

  /** Checks what only the whole write can tell, and writes the end of its history. */
  async finish(what: string): Promise<Group> {
    while (this.#pending.length > 0) await this.#flush();
    if (this.#next === this.#first) return null;
    await this.#uniques.check(await this.types());
    await this.#edges.check();
    const {kind = "do", undoes = null} = this.#options;
    const who = ((await this.db.settings.get(AUTHOR_SETTING))?.value as string | undefined) ?? "";
    const row: GroupRow = {
      group: this.group,
      seq: this.#first,
      what,
      at: this.at,
      ...(who !== "" && {who}),
      kind,
      undoes,
      undoneBy: null,
      ...this.#counts
    };
    await this.db.groups.add(row);
    await this.#counter.keep(this.db, this.group, this.#last.group);
    return row;
  }

  #noteEntry(before: EntryRow | null, after: EntryRow | null): void {
    this.#uniques.note(before, after);
    this.#counter.note(before, after);
  }

  async #flush(): Promise<void> {
    const changes = this.#pending.splice(0, BLOCK_SIZE);
    const block: ChangeBlock = {
      seq: this.#next,
      group: this.group,
      keys: changes.map(({table, id}) => toChangeKey(table, id)),
      changes: changes.map(packChange)
    };
    this.#next += changes.length;
    await this.db.changes.add(block);
  }

  async #toRow<T extends RecordTable>(table: T): Promise<(record: RecordOf[T]) => RecordOf[T]> {
    if (table !== "entries") return (record) => record;
    const types = await this.types();
    return (record) => toEntryRow(record as EntryRow, types) as RecordOf[T];
  }
}
