import {Dexie} from "dexie";
import type {EntityTable, Table} from "dexie";
import {omit} from "../lib/omit.ts";
import type {Batch, InPlaceTable, KeptFile} from "../model/batch.ts";
import type {RecordOf, RecordTable} from "../model/change.ts";
import type {Column} from "../model/column.ts";
import type {Edge, EdgeKind} from "../model/edge.ts";
import type {EntryType} from "../model/entry-type.ts";
import type {Entry, Fields} from "../model/entry.ts";
import type {MatchFindings, MatchJob} from "../model/match-job.ts";
import type {Recipe} from "../model/recipe.ts";
import type {Suggestion} from "../model/suggestion.ts";
import type {Reject} from "../model/table.ts";
import type {TextLayout} from "../model/text-layout.ts";
import type {TopicMembersBlock, TopicRecord, TopicSetRecord} from "../model/topic.ts";
import type {View} from "../model/view.ts";

// on localhost, where most work, Dexie would trace each operation, and print what ends as its database is closed
Dexie.debug = false;

/** The newest layout that this code knows. A layout that was once released never changes: the next one gets the next number. */
export const DATABASE_VERSION = 4;

/** An entry as it lies in the database. */
export interface EntryRow extends Entry {
  /** The key field's value as text, for the index; absent where the type or the entry has none. */
  readonly key?: string;
  /** The fields as they were last imported, where a person has changed them since: what tells a hand-made value from an old one. */
  readonly base?: Fields;
  /** What no two entries may share, as text: the type that says so, the fields and their values. */
  readonly uniques?: readonly string[];
  /** What leads here since other entries were merged into this one (see `toMerged`). */
  readonly merged?: readonly string[];
}

/** A slug that an entry once had: its address keeps working. */
export interface FormerSlug {
  readonly type: string;
  readonly slug: string;
  /** The entry's id. */
  readonly id: string;
}

/** One write, as people see it: what was done, when, to how many records. */
export interface GroupRow {
  readonly group: string;
  /** The number of its first change. */
  readonly seq: number;
  readonly what: string;
  readonly at: number;
  /** `undo` takes a `do` back, `redo` takes an `undo` back. */
  readonly kind: "do" | "undo" | "redo";
  /** The group that this one takes back, and the one that took this one back. */
  readonly undoes: string | null;
  readonly undoneBy: string | null;
  /** Who did it; absent where nobody said. */
  readonly who?: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** One record's change inside a block. */
export interface StoredChange<T extends RecordTable = RecordTable> {
  readonly table: T;
  readonly id: string;
  readonly before: RecordOf[T] | null;
  readonly after: RecordOf[T] | null;
}

/** Up to a thousand changes of one group in one record: IndexedDB costs by the record. */
export interface ChangeBlock {
  /** The number of the first change; the others follow it. */
  readonly seq: number;
  readonly group: string;
  /** `table/id` of each change, in order. */
  readonly keys: readonly string[];
  /** Null for an addition that the key tells enough of (see `packChange`). */
  readonly changes: readonly (StoredChange | null)[];
}

/** Texts whose vectors of one model a block holds. */
export interface TextHead {
  readonly block?: number;
  readonly model: string;
  readonly dimensions: number;
  readonly count: number;
  /** The texts, by `toTextKey`. */
  readonly hashes: readonly string[];
}

/** A block's numbers (`QuantisedVectors`), apart from its head, so that asking what is there costs no reading of them. */
export interface TextBody {
  readonly block: number;
  readonly scales: Float32Array;
  readonly codes: Int8Array;
}

export interface Setting {
  readonly key: string;
  readonly value: unknown;
}

/** A query that somebody ran. */
export interface RecentQuery {
  readonly sql: string;
  readonly at: number;
  readonly rows: number | null;
  readonly elapsedMs: number | null;
  readonly error: string | null;
  readonly starred: boolean;
}

/** A file that is kept: its bytes by its hash in the browser's file system, or where it lies by `handle`. */
export interface FileRow extends KeptFile {
  readonly handle?: FileSystemFileHandle;
}

/** What a batch refused, apart from it: it is long and rarely asked for. */
export interface RejectsRow {
  readonly batch: string;
  readonly rejects: readonly Reject[];
}

/** What was learned of a table of the schema `raw` when it was last put together. */
export interface RawTableRow {
  readonly name: string;
  /** The batches that it was put together of; with others than now it says nothing. */
  readonly state: string;
  readonly columns: readonly Column[];
  readonly rows: number | null;
}

/** A file that entries name; its bytes lie in the browser's file system. */
export interface AttachmentRow {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly added: number;
}

/** How often an entry was chosen from a list, and when last: what is used much comes first. */
export interface PickRow {
  readonly id: string;
  readonly count: number;
  readonly at: number;
}

/**
 * The layout. Each index costs about 2 s per 100,000 records, so there are only those that an everyday question needs:
 *
 * - `[type+slug]` an address finds its entry; unique, the last guard against two entries with one address
 * - `[type+key]`, `[source.sha256+source.row]` keeping a row again finds the entry it made (entries without are not in them)
 * - `[type+updated]` the list as it opens: newest first, without reading the rest; how many there are of a type
 * - `[from+kind+to]`, `to` an entry's edges from either end, and whether an edge is there already; `kind` whether a kind is in use
 * - `[model+count]` a model's blocks, and how many of them are small
 * - `*uniques` no two entries share what their type says is unique (entries of types that say nothing are not in it)
 * - `*merged` the address of an entry that was merged into another finds the other
 * - `[status+score]` the suggestions that wait, the surest first; `*ends` those about an entry
 * - `[set+run]` the members of a run of topics
 * - `*keys` a record's history; `group` a group's changes
 *
 * Everything else (words, tags, other orders) is answered from the `Directory` in memory. Files, recipes and batches are
 * few: they are read as a whole.
 */
export class Database extends Dexie {
  declare readonly entries: Table<EntryRow, string>;
  declare readonly slugs: Table<FormerSlug, [string, string]>;
  declare readonly edges: Table<Edge, string>;
  declare readonly types: Table<EntryType, string>;
  declare readonly kinds: Table<EdgeKind, string>;
  declare readonly groups: Table<GroupRow, string>;
  declare readonly changes: Table<ChangeBlock, number>;
  declare readonly textHeads: EntityTable<TextHead, "block">;
  declare readonly textBodies: Table<TextBody, number>;
  declare readonly settings: Table<Setting, string>;
  declare readonly queries: Table<RecentQuery, string>;
  declare readonly files: Table<FileRow, string>;
  declare readonly recipes: Table<Recipe, string>;
  declare readonly batches: Table<Batch, string>;
  declare readonly rejects: Table<RejectsRow, string>;
  declare readonly inPlace: Table<InPlaceTable, string>;
  declare readonly rawTables: Table<RawTableRow, string>;
  declare readonly suggestions: Table<Suggestion, string>;
  declare readonly views: Table<View, string>;
  declare readonly attachments: Table<AttachmentRow, string>;
  declare readonly picks: Table<PickRow, string>;
  declare readonly matchJobs: Table<MatchJob, string>;
  declare readonly matchFindings: Table<MatchFindings, string>;
  declare readonly topicSets: Table<TopicSetRecord, string>;
  declare readonly topics: Table<TopicRecord, string>;
  declare readonly topicMembers: Table<TopicMembersBlock, string>;
  declare readonly layouts: Table<TextLayout, string>;

  constructor(
    name: string,
    options: {indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange} = {}
  ) {
    // autoOpen would bring a database back that was removed on purpose; the cache would answer from memory what is on disk
    super(name, {...options, autoOpen: false, cache: "disabled"});
    this.version(1).stores({
      entries: "id, &[type+slug], [type+key], [source.sha256+source.row], [type+updated]",
      slugs: "[type+slug], id",
      edges: "id, [from+kind+to], to, kind",
      types: "name",
      kinds: "name",
      groups: "group, seq",
      changes: "seq, group, *keys",
      vectorHeads: "++block, [model+count]",
      vectorBodies: "block",
      settings: "key",
      queries: "sql, at"
    });
    this.version(2).stores({
      files: "sha256",
      recipes: "id",
      batches: "id",
      rejects: "batch",
      inPlace: "target",
      rawTables: "name"
    });
    this.version(3).stores({
      entries:
        "id, &[type+slug], [type+key], [source.sha256+source.row], [type+updated], *uniques, *merged",
      suggestions: "id, [status+score], *ends",
      views: "id, type",
      attachments: "sha256",
      picks: "id"
    });
    this.version(4).stores({
      // vectors by entry: they are computed again, by text
      vectorHeads: null,
      vectorBodies: null,
      textHeads: "++block, [model+count]",
      textBodies: "block",
      topicSets: "id",
      topics: "id, set",
      topicMembers: "id, [set+run]",
      layouts: "id",
      matchJobs: "id",
      matchFindings: "job"
    });
  }
}

/** The record without what only the database needs. */
export function toRecord<T extends RecordOf[RecordTable]>(record: T): T {
  return omit(record, ["key", "base", "uniques", "merged"]) as T;
}

/** The entry without what only the database needs. */
export function toEntry(row: EntryRow): Entry {
  return toRecord(row);
}
