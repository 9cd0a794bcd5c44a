import {InputError} from "../lib/errors.ts";
import {isSame} from "../lib/same.ts";
import type {EntryType} from "../model/entry-type.ts";
import type {Entry, Fields} from "../model/entry.ts";
import {toTitle} from "../model/title.ts";
import type {Batch, Pair} from "./batch.ts";
import {ConflictError} from "./conflict-error.ts";
import type {EntryRow} from "./database.ts";
import {toEntry} from "./database.ts";
import {toStoredFields, toTags} from "./draft.ts";
import {readMany} from "./many.ts";
import {putTypes} from "./put-types.ts";
import {moveSlugs, toTitleSlug} from "./slug-moves.ts";
import type {TypeBook} from "./type-book.ts";
import {countOf} from "./words.ts";
import type {BulkOptions} from "./work.ts";
import {forEachChunk} from "./work.ts";

export interface EntryPatch {
  /** All fields, in the place of all there were. */
  readonly fields?: Fields;
  readonly tags?: readonly string[];
}

export interface ChangeOptions extends BulkOptions {
  /** A type that is set up in the same write; titles are by what it says. */
  readonly type?: EntryType;
  /** Gives each entry's tags; without it they stay. */
  readonly tags?: (entry: Entry) => readonly string[];
}

/** See `Entries.changeAll`. */
export async function changeEntries(
  batch: Batch,
  ids: readonly string[],
  change: (entry: Entry) => Fields,
  {type, tags, ...options}: Omit<ChangeOptions, "what"> = {}
): Promise<{changed: number; what: string}> {
  let changed = 0;
  const types = (await batch.types()).with(type ? [type] : []);
  await forEachChunk(ids, options, async (chunk) => {
    const rows = (await readMany(batch.db.entries, chunk)).filter((row) => row !== undefined);
    const pairs = rows.map((before) => {
      const entry = toEntry(before);
      const patch = {fields: change(entry), ...(tags && {tags: tags(entry)})};
      return {before, after: patchRow(before, patch, types, batch.at)};
    });
    changed += (await writeChanges(batch, pairs)).length;
  });
  // last: entries whose title is right by now need no other
  if (type) await putTypes(batch, [type]);
  return {changed, what: `Change ${countOf(changed, "entry", "entries")}`};
}

/** See `Entries.update`. */
export async function updateEntry(
  batch: Batch,
  id: string,
  patch: EntryPatch,
  {revision}: {revision?: number} = {}
): Promise<{entry: Entry; what: string}> {
  const before = await batch.db.entries.get(id);
  if (!before)
    throw new InputError(`entry not found: ${id} (if it was removed, undo brings it back)`);
  const now = patchRow(before, patch, await batch.types(), batch.at);
  if (now !== before && revision !== undefined && revision !== before.revision) {
    const mine = {...toEntry(now), revision: revision + 1};
    throw new ConflictError({mine, theirs: toEntry(before)});
  }
  const [written] = await writeChanges(batch, [{before, after: now}]);
  return {entry: toEntry(written ?? before), what: `Edit "${now.title}"`};
}

/** The row as the patch makes it; the row itself where nothing is different. */
export function patchRow(
  before: EntryRow,
  patch: EntryPatch,
  types: TypeBook,
  at: number
): EntryRow {
  const fields = patch.fields ? toStoredFields(patch.fields) : before.fields;
  const tags = patch.tags ? toTags(patch.tags) : before.tags;
  const title = toTitle(fields, types.find(before.type));
  if (title === before.title && isSame(fields, before.fields) && isSame(tags, before.tags))
    return before;
  return {
    ...before,
    base: before.base ?? before.fields,
    title,
    fields,
    tags,
    updated: at,
    revision: before.revision + 1
  };
}

/** Writes those that are different, and gives them as they are now. */
export async function writeChanges(
  batch: Batch,
  pairs: readonly {readonly before: EntryRow; readonly after: EntryRow}[]
): Promise<EntryRow[]> {
  const moved: Pair<"entries">[] = await moveSlugs(
    batch,
    pairs.filter(({before, after}) => before !== after),
    toTitleSlug
  );
  await batch.write("entries", moved);
  return moved.map(({after}) => after!);
}
