import {InputError} from "../../lib/errors.ts";
import {sortNames} from "../../lib/json.ts";
import {omit} from "../../lib/omit.ts";
import {toSlug, toUnique} from "../../lib/slug.ts";
import {createUuid} from "../../lib/uuid.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Entry, EntryDraft, Fields} from "../../model/entry.ts";
import {resolveType} from "../../model/type-family.ts";
import {toNewEntry} from "../../store/draft.ts";
import {mergeThing} from "../../store/merge.ts";
import {toTitleSlug} from "../../store/slug-moves.ts";
import type {Thing} from "../../store/things.ts";
import {isByContent, toContentName, toNames, toThing} from "../../store/things.ts";
import type {CuratedCounts, CuratedRecords, FormerAddress} from "./records.ts";

/** Entries in memory, found by the names that the same thing goes by (see `toNames`). */
export class CuratedEntries {
  readonly #types: ReadonlyMap<string, EntryType>;
  readonly #entries: Map<string, Entry>;
  /** The entry that has an address, or had it. */
  readonly #owners = new Map<string, string>();
  readonly #idOf = new Map<string, string>();
  #slugs: FormerAddress[];

  constructor(
    types: ReadonlyMap<string, EntryType>,
    {entries, slugs}: Pick<CuratedRecords, "entries" | "slugs">
  ) {
    this.#types = types;
    this.#entries = new Map(entries.map((entry) => [entry.id, entry]));
    this.#slugs = [...slugs];
    for (const {type, slug, id} of [...slugs, ...entries])
      this.#owners.set(toAddress(type, slug), id);
    for (const entry of entries) this.#remember(entry);
  }

  get records(): Pick<CuratedRecords, "entries" | "slugs"> {
    return {entries: [...this.#entries.values()], slugs: this.#slugs};
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  upsertAll(drafts: readonly EntryDraft[]): CuratedCounts & {readonly ids: readonly string[]} {
    const counts = {added: 0, changed: 0, unchanged: 0};
    const now = Date.now();
    const ids = drafts.map((draft) => {
      // nested names in the order that the text has them: what is known by all its fields is known by their text
      const fields = sortNames(draft.fields) as Fields;
      const thing = toThing({...draft, fields}, this.#findType(draft.type));
      const before = this.#find(thing);
      const after = before ? mergeThing(before, thing, now) : this.#toFresh(thing, now);
      ++counts[!before ? "added" : after === before ? "unchanged" : "changed"];
      if (after !== before) this.#put(before, after);
      return after.id;
    });
    return {...counts, ids};
  }

  #find({names}: Thing): Entry | undefined {
    const name = names.find((one) => this.#idOf.has(one));
    return name === undefined ? undefined : this.#entries.get(this.#idOf.get(name)!);
  }

  #toFresh({draft, type}: Thing, at: number): Entry {
    const id = createUuid(at, this.#entries.size);
    return {...toNewEntry(draft, type, {id, at}), slug: ""};
  }

  #put(before: Entry | undefined, entry: Entry): void {
    const wanted = before ? toTitleSlug(entry) : toSlug(entry.title) || entry.type;
    const slug = this.#claim(entry, wanted);
    if (before && before.slug !== slug)
      this.#slugs.push({type: entry.type, slug: before.slug, id: entry.id});
    this.#slugs = this.#slugs.filter((one) => one.slug !== slug || one.type !== entry.type);
    const after: Entry = {...omit(entry, ["base"]), slug};
    this.#entries.set(after.id, after);
    this.#remember(after);
  }

  #claim({type, id}: Entry, wanted: string): string {
    const slug = toUnique(
      wanted,
      (one) => (this.#owners.get(toAddress(type, one)) ?? id) !== id,
      "-"
    );
    this.#owners.set(toAddress(type, slug), id);
    return slug;
  }

  #remember(entry: Entry): void {
    const names = toNames(entry, this.#findType(entry.type));
    const all = isByContent(names) ? names : [...names, toContentName(entry.type, entry.fields)];
    for (const name of all) if (!this.#idOf.has(name)) this.#idOf.set(name, entry.id);
  }

  #findType(name: string): EntryType {
    const type = this.#types.get(name);
    if (type) return resolveType(type, this.#types);
    const names = [...this.#types.keys()].sort().join(", ");
    throw new InputError(
      `entry type not found: "${name}" (${names === "" ? "there is none yet" : `there are: ${names}`})`
    );
  }
}

function toAddress(type: string, slug: string): string {
  return `${type}/${slug}`;
}
