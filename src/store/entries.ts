import type {Entry, EntryDraft, Fields} from "../model/entry.ts";
import {addEntries, toAdded} from "./add-entries.ts";
import type {Batch} from "./batch.ts";
import {runBatch} from "./batch.ts";
import type {ChangeOptions, EntryPatch} from "./change-entries.ts";
import {changeEntries, updateEntry} from "./change-entries.ts";
import type {Connection} from "./connection.ts";
import {toEntry} from "./database.ts";
import {readCounts} from "./counts.ts";
import type {Directory, EntryMatch} from "./directory.ts";
import type {EntryPage, EntryQuery} from "./entry-page.ts";
import {readPage} from "./entry-page.ts";
import {mergeEntries} from "./merge-entries.ts";
import {readEntry, readEntryByKey, readEntryBySlug} from "./read-entry.ts";
import {removeEntries} from "./remove-entries.ts";
import type {UniqueClash} from "./unique-conflicts.ts";
import {findClashes} from "./unique-conflicts.ts";
import type {UpsertOptions, UpsertResult} from "./upsert-entries.ts";
import {toUpserted, upsertEntries} from "./upsert-entries.ts";
import type {BulkOptions} from "./work.ts";

/** Entries read at once by `scan`. */
const SCAN_LIMIT = 5000;

/** The entries. Each write is one transaction with its history. */
export interface Entries {
  get(id: string): Promise<Entry | undefined>;
  /** Those that are there, in the order of `ids`. */
  getAll(ids: readonly string[]): Promise<Entry[]>;
  /** The entry at an address; a slug from before a rename still finds it, and one of an entry that was merged into it. */
  bySlug(type: string, slug: string): Promise<Entry | undefined>;
  /** The entry whose key field has that value. */
  byKey(type: string, key: string): Promise<Entry | undefined>;
  /** A page of a list, and how long the list is. */
  page(query?: EntryQuery): Promise<EntryPage>;
  /** Entries for what somebody is typing, best first: titles that start so, then words, then anything. */
  suggest(
    text: string,
    options?: {types?: readonly string[]; limit?: number}
  ): Promise<EntryMatch[]>;
  /** All entries, page by page in the order of their ids: those after an id. An empty page says that there are no more. */
  scan(after?: string, limit?: number): Promise<Entry[]>;
  count(): Promise<number>;
  /** How many there are of each type, types without any left out. */
  countByType(): Promise<Map<string, number>>;

  /** Values of a draft that only one entry may have and another one has already; `except` is the entry that is edited. */
  clashes(
    draft: Pick<EntryDraft, "type" | "fields">,
    options?: {except?: string}
  ): Promise<UniqueClash[]>;

  /**
   * Throws `InputError` where the type is not there or abstract, and `UniqueError` where another entry has what only
   * one may have; so do all that write.
   */
  add(draft: EntryDraft): Promise<Entry>;
  /** Adds all or none; gives their ids in order and the group that undoes them. */
  addAll(
    drafts: readonly EntryDraft[],
    options?: BulkOptions
  ): Promise<{ids: string[]; group: string | null}>;
  /**
   * Adds what is not there, changes what is there with other values, and leaves the rest; doing it twice does
   * nothing. The same thing is what has the same key, else the same source row, else (a draft with neither) the same
   * fields. What a person changed by hand since the last import stays, unless the import has something new for it.
   */
  upsertAll(drafts: readonly EntryDraft[], options?: UpsertOptions): Promise<UpsertResult>;
  /**
   * Changes one entry. With the `revision` that the change is based on, throws `ConflictError` (both versions in it)
   * where somebody else was first. Nothing is written where nothing is different.
   */
  update(id: string, patch: EntryPatch, options?: {revision?: number}): Promise<Entry>;
  /**
   * Changes many entries in one write: `change` gives each one's fields, as it is at that time, other fields. What is
   * not there, and what stays as it was, is passed over.
   */
  changeAll(
    ids: readonly string[],
    change: (entry: Entry) => Fields,
    options?: ChangeOptions
  ): Promise<{changed: number; group: string | null}>;
  /**
   * Makes one entry of several in one write: `fields` and `tags` are what it has then (left out: its own, and of the
   * others what it lacks). The others' edges move to it, but none is there twice, joins it to itself, or stays where
   * its kind leaves no place for it. Their addresses lead to it.
   */
  merge(
    keepId: string,
    otherIds: readonly string[],
    patch?: EntryPatch
  ): Promise<{entry: Entry; group: string | null}>;
  /** Removes entries and the edges at them; undo brings both back. What is not there is passed over. */
  remove(
    ids: readonly string[],
    options?: BulkOptions
  ): Promise<{entries: number; edges: number; group: string | null}>;
}

export function createEntries(connection: Connection, directory: Directory): Entries {
  const run = async <T>(
    toWhat: (result: T) => string,
    what: string | undefined,
    work: (batch: Batch) => Promise<T>
  ): Promise<{result: T; group: string | null}> => {
    const {result, group} = await runBatch(connection, {what: what ?? toWhat}, work);
    return {result, group: group?.group ?? null};
  };
  const countByType = (): Promise<Map<string, number>> =>
    connection.run((db) =>
      db.transaction("r", [db.entries, db.types, db.groups, db.settings], () => readCounts(db))
    );
  return {
    get: (id) => connection.run((db) => readEntry(db, id)),

    async getAll(ids) {
      const rows = await connection.run((db) => db.entries.bulkGet([...ids]));
      return rows.filter((row) => row !== undefined).map(toEntry);
    },

    bySlug: (type, slug) => connection.run((db) => readEntryBySlug(db, type, slug)),
    byKey: (type, key) => connection.run((db) => readEntryByKey(db, type, key)),

    page: (query = {}) => readPage(connection, directory, query),
    suggest: (text, options) => directory.suggest(text, options),

    async scan(after = "", limit = SCAN_LIMIT) {
      const rows = await connection.run((db) =>
        db.entries.where(":id").above(after).limit(limit).toArray()
      );
      return rows.map(toEntry);
    },

    count: async () => sum((await countByType()).values()),
    countByType,

    clashes: (draft, options) => findClashes(connection, draft, options),

    async add(draft) {
      const {result} = await run(toAdded, undefined, (batch) => addEntries(batch, [draft]));
      return result[0]!;
    },

    async addAll(drafts, {what, ...options} = {}) {
      const {result, group} = await run(toAdded, what, (batch) =>
        addEntries(batch, drafts, options)
      );
      return {ids: result.map(({id}) => id), group};
    },

    async upsertAll(drafts, {what, ...options} = {}) {
      const {result, group} = await run(toUpserted, what, (batch) =>
        upsertEntries(batch, drafts, options)
      );
      return {...result, group};
    },

    async update(id, patch, options) {
      const {result} = await run(toWhat, undefined, (batch) =>
        updateEntry(batch, id, patch, options)
      );
      return result.entry;
    },

    async changeAll(ids, change, {what, ...options} = {}) {
      const {result, group} = await run(toWhat, what, (batch) =>
        changeEntries(batch, ids, change, options)
      );
      return {changed: result.changed, group};
    },

    async merge(keepId, otherIds, patch) {
      const {result, group} = await run(toWhat, undefined, (batch) =>
        mergeEntries(batch, keepId, otherIds, patch)
      );
      return {entry: result.entry, group};
    },

    async remove(ids, {what, ...options} = {}) {
      const {result, group} = await run(toWhat, what, (batch) =>
        removeEntries(batch, ids, options)
      );
      return {entries: result.entries, edges: result.edges, group};
    }
  };
}

function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

function toWhat({what}: {readonly what: string}): string {
  return what;
}
