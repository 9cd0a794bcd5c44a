import {InputError} from "../lib/errors.ts";
import type {EntryType} from "../model/entry-type.ts";
import type {Entry, EntryDraft} from "../model/entry.ts";
import type {Batch} from "./batch.ts";
import {runBatch} from "./batch.ts";
import type {Connection} from "./connection.ts";
import {toNewEntry} from "./draft.ts";
import {SlugMaker} from "./slugs.ts";
import {countOf} from "./words.ts";
import type {BulkOptions} from "./work.ts";
import {forEachChunk} from "./work.ts";

/** See `Entries.addAll`. */
export async function addEntries(
  connection: Connection,
  drafts: readonly EntryDraft[],
  {what, ...options}: BulkOptions = {}
): Promise<{entries: Entry[]; group: string | null}> {
  const entries: Entry[] = [];
  const {group} = await runBatch(
    connection,
    {what: () => what ?? toWhat(entries)},
    async (batch) => {
      const types = await batch.types();
      const makers = new Map<string, SlugMaker>();
      await forEachChunk(drafts, options, async (chunk) => {
        const fresh = chunk.map((draft) =>
          toNewEntry(draft, findType(types, draft.type), {
            id: batch.createId(),
            at: batch.at
          })
        );
        const added = await giveSlugs(batch, fresh, makers);
        await batch.write(
          "entries",
          added.map((after) => ({before: null, after}))
        );
        for (const entry of added) entries.push(entry);
      });
    }
  );
  return {entries, group: group?.group ?? null};
}

/** The entries, each with a slug of its own. `makers` holds one for each type through a whole batch. */
export async function giveSlugs(
  batch: Batch,
  entries: readonly Omit<Entry, "slug">[],
  makers: Map<string, SlugMaker>
): Promise<Entry[]> {
  const slugOf = new Map<string, string>();
  for (const type of new Set(entries.map(({type}) => type))) {
    const mine = entries.filter((entry) => entry.type === type);
    const maker = makers.get(type) ?? new SlugMaker(batch.db, type);
    makers.set(type, maker);
    const slugs = await maker.make(mine.map(({title}) => title));
    mine.forEach(({id}, i) => slugOf.set(id, slugs[i]!));
  }
  return entries.map((entry) => ({...entry, slug: slugOf.get(entry.id)!}));
}

/** The type of that name; throws `InputError` that names those there are. */
export function findType(types: ReadonlyMap<string, EntryType>, name: string): EntryType {
  const type = types.get(name);
  if (type) return type;
  const names = [...types.keys()].sort().join(", ");
  throw new InputError(
    `entry type not found: "${name}" (${names === "" ? "there is none yet" : `there are: ${names}`})`
  );
}

function toWhat(entries: readonly Entry[]): string {
  return entries.length === 1
    ? `Add "${entries[0]!.title}"`
    : `Add ${countOf(entries.length, "entry", "entries")}`;
}
