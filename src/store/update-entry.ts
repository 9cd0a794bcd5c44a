import {InputError} from "../lib/errors.ts";
import {isSame} from "../lib/same.ts";
import type {Entry, Fields} from "../model/entry.ts";
import {findType} from "./add-entries.ts";
import {runBatch} from "./batch.ts";
import {ConflictError} from "./conflict-error.ts";
import type {Connection} from "./connection.ts";
import {toEntry} from "./database.ts";
import {toStoredFields, toTags, toTitle} from "./draft.ts";
import {moveSlugs, toTitleSlug} from "./slug-moves.ts";

export interface EntryPatch {
  /** All fields, in the place of all there were. */
  readonly fields?: Fields;
  readonly tags?: readonly string[];
}

/** See `Entries.update`. */
export async function updateEntry(
  connection: Connection,
  id: string,
  patch: EntryPatch,
  {revision}: {revision?: number} = {}
): Promise<Entry> {
  let title = "";
  const {result} = await runBatch(connection, {what: () => `Edit "${title}"`}, async (batch) => {
    const before = await batch.db.entries.get(id);
    if (!before)
      throw new InputError(`entry not found: ${id} (if it was removed, undo brings it back)`);
    const type = findType(await batch.types(), before.type);
    const fields = patch.fields ? toStoredFields(patch.fields) : before.fields;
    const tags = patch.tags ? toTags(patch.tags) : before.tags;
    title = toTitle(fields, type);
    const isNews =
      !isSame(fields, before.fields) || !isSame(tags, before.tags) || title !== before.title;
    if (!isNews) return before;
    const after = {
      ...before,
      base: before.base ?? before.fields,
      title,
      fields,
      tags,
      updated: batch.at,
      revision: (revision ?? before.revision) + 1
    };
    if (revision !== undefined && revision !== before.revision)
      throw new ConflictError({mine: toEntry(after), theirs: toEntry(before)});
    const pairs = await moveSlugs(batch, [{before, after}], toTitleSlug);
    await batch.write("entries", pairs);
    return pairs[0]!.after!;
  });
  return toEntry(result);
}
