import type {EntryType} from "../model/entry-type.ts";
import type {EntryDraft} from "../model/entry.ts";
import {giveSlugs} from "./add-entries.ts";
import type {Batch, Pair} from "./batch.ts";
import type {EntryRow} from "./database.ts";
import {toNewEntry} from "./draft.ts";
import {mergeThing} from "./merge.ts";
import {toKey} from "./rows.ts";
import {moveSlugs, toTitleSlug} from "./slug-moves.ts";
import type {Thing} from "./things.ts";
import {isByContent, toContentName, toNames, toThing} from "./things.ts";
import {putTypes} from "./put-types.ts";
import type {TypeBook} from "./type-book.ts";
import {countOf} from "./words.ts";
import type {BulkOptions} from "./work.ts";
import {forEachChunk} from "./work.ts";

export interface UpsertOptions extends BulkOptions {
  /** Types that are put first, in the same transaction, so that one undo takes back both. */
  readonly types?: readonly EntryType[];
}

export interface Upserted {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** The entry of each draft, in order. */
  readonly ids: string[];
}

export interface UpsertResult extends Upserted {
  /** What undo takes back; null where nothing was different. */
  readonly group: string | null;
}

/** See `Entries.upsertAll`. */
export async function upsertEntries(
  batch: Batch,
  drafts: readonly EntryDraft[],
  {types = [], ...options}: Omit<UpsertOptions, "what"> = {}
): Promise<Upserted> {
  const counts = {added: 0, changed: 0, unchanged: 0};
  const ids: string[] = [];
  await putTypes(batch, types);
  const upsert = new Upsert(batch);
  await upsert.prepare(drafts);
  await forEachChunk(drafts, options, async (chunk) => {
    for (const id of await upsert.put(chunk, counts)) ids.push(id);
  });
  return {...counts, ids};
}

/** What it did, for people. */
export function toUpserted({ids, added, changed}: Upserted): string {
  return `Import ${countOf(ids.length, "entry", "entries")} (${added} new, ${changed} changed)`;
}

/** How many records of a type can be read in the time of one look-up. */
const READS_PER_LOOKUP = 4;

type Counts = Record<"added" | "changed" | "unchanged", number>;

/** Puts drafts chunk by chunk, and remembers the things it met: the row behind each name, as it stands now. */
class Upsert {
  readonly #batch: Batch;
  readonly #idOf = new Map<string, string>();
  readonly #rowOf = new Map<string, EntryRow>();
  readonly #typesRead = new Set<string>();

  constructor(batch: Batch) {
    this.#batch = batch;
  }

  /** Reads whole types where so many drafts come that asking for each would take longer. */
  async prepare(drafts: readonly EntryDraft[]): Promise<void> {
    const counts = new Map<string, number>();
    for (const {type} of drafts) counts.set(type, (counts.get(type) ?? 0) + 1);
    for (const [type, count] of counts) {
      const there = await this.#batch.db.entries
        .where("[type+updated]")
        .between([type], [type, []])
        .count();
      if (there < READS_PER_LOOKUP * count)
        await this.#readAll((await this.#batch.types()).find(type));
    }
  }

  async put(drafts: readonly EntryDraft[], counts: Counts): Promise<string[]> {
    const types = await this.#batch.types();
    const things = drafts.map((draft) => toThing(draft, types.find(draft.type)));
    await this.#find(things);
    const fresh = new Set<string>();
    const changes: Pair<"entries">[] = [];
    const ids: string[] = [];
    for (const thing of things) {
      const before = this.#known(thing);
      const after = before
        ? mergeThing(before, thing, this.#batch.at)
        : toFresh(thing, types, this.#batch);
      ids.push(after.id);
      ++counts[!before ? "added" : after === before ? "unchanged" : "changed"];
      if (!before) fresh.add(after.id);
      else if (after !== before && !fresh.has(after.id)) changes.push({before, after});
      this.#remember(thing, after);
    }
    await this.#add([...fresh]);
    await this.#change(changes);
    return ids;
  }

  #known({names}: Thing): EntryRow | undefined {
    const name = names.find((name) => this.#idOf.has(name));
    return name === undefined ? undefined : this.#rowOf.get(this.#idOf.get(name)!);
  }

  #remember({names}: Pick<Thing, "names">, row: EntryRow): void {
    for (const name of names) if (!this.#idOf.has(name)) this.#idOf.set(name, row.id);
    this.#rowOf.set(row.id, row);
  }

  async #add(ids: readonly string[]): Promise<void> {
    const entries = await giveSlugs(
      this.#batch,
      ids.map((id) => this.#rowOf.get(id)!)
    );
    for (const entry of entries) this.#rowOf.set(entry.id, entry);
    await this.#batch.write(
      "entries",
      entries.map((after) => ({before: null, after}))
    );
  }

  async #change(changes: readonly Pair<"entries">[]): Promise<void> {
    const moved = await moveSlugs(this.#batch, changes, toTitleSlug);
    for (const {after} of moved) this.#rowOf.set(after!.id, after!);
    await this.#batch.write("entries", moved);
  }

  /** Reads the rows that go by any of the things' names. */
  async #find(things: readonly Thing[]): Promise<void> {
    const {db} = this.#batch;
    const unknown = things.filter(
      (thing) => !this.#typesRead.has(thing.type.name) && this.#known(thing) === undefined
    );
    const keys = unknown.flatMap(({fields, type}) => {
      const key = toKey(fields, type);
      return key === undefined ? [] : [[type.name, key]];
    });
    const rows = unknown.flatMap(({draft: {source}}) =>
      source ? [[source.sha256, source.row]] : []
    );
    const found = [
      ...(await db.entries.where("[type+key]").anyOf(keys).sortBy("id")),
      ...(await db.entries.where("[source.sha256+source.row]").anyOf(rows).sortBy("id"))
    ];
    const types = await this.#batch.types();
    for (const row of found)
      this.#remember({names: toNames(row, types.get(row.type)!)}, this.#rowOf.get(row.id) ?? row);
    for (const {type, names} of unknown) if (isByContent(names)) await this.#readAll(type);
  }

  /** All things of a type; those without key and source are known by all their fields, which no index has. */
  async #readAll(type: EntryType): Promise<void> {
    if (this.#typesRead.has(type.name)) return;
    this.#typesRead.add(type.name);
    const range = [[type.name], [type.name, []]] as const;
    const rows = await this.#batch.db.entries
      .where("[type+updated]")
      .between(...range)
      .sortBy("id");
    for (const row of rows) {
      const names = [...toNames(row, type), toContentName(type.name, row.fields)];
      this.#remember({names}, this.#rowOf.get(row.id) ?? row);
    }
  }
}

function toFresh({draft}: Thing, types: TypeBook, batch: Batch): EntryRow {
  const type = types.findForNew(draft.type);
  return {...toNewEntry(draft, type, {id: batch.createId(), at: batch.at}), slug: ""};
}
