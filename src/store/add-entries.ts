import type {Entry, EntryDraft} from "../model/entry.ts";
import type {Batch} from "./batch.ts";
import {toNewEntry} from "./draft.ts";
import {countOf} from "./words.ts";
import type {WorkOptions} from "./work.ts";
import {forEachChunk} from "./work.ts";

/** See `Entries.addAll`. */
export async function addEntries(
  batch: Batch,
  drafts: readonly EntryDraft[],
  options: WorkOptions = {}
): Promise<Entry[]> {
  const entries: Entry[] = [];
  const types = await batch.types();
  await forEachChunk(drafts, options, async (chunk) => {
    const fresh = chunk.map((draft) =>
      toNewEntry(draft, types.findForNew(draft.type), {id: batch.createId(), at: batch.at})
    );
    const added = await giveSlugs(batch, fresh);
    await batch.write(
      "entries",
      added.map((after) => ({before: null, after}))
    );
    for (const entry of added) entries.push(entry);
  });
  return entries;
}

/** The entries, each with a slug of its own. */
export async function giveSlugs(
  batch: Batch,
  entries: readonly Omit<Entry, "slug">[]
): Promise<Entry[]> {
  const slugOf = new Map<string, string>();
  for (const type of new Set(entries.map(({type}) => type))) {
    const mine = entries.filter((entry) => entry.type === type);
    const slugs = await batch.slugs(type).make(mine.map(({title}) => title));
    mine.forEach(({id}, i) => slugOf.set(id, slugs[i]!));
  }
  return entries.map((entry) => ({...entry, slug: slugOf.get(entry.id)!}));
}

/** What an addition did, for people. */
export function toAdded(entries: readonly Entry[]): string {
  return entries.length === 1
    ? `Add "${entries[0]!.title}"`
    : `Add ${countOf(entries.length, "entry", "entries")}`;
}
