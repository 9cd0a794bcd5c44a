import type {Entry, EntryType, Fields, Store} from "../src/index.ts";
import {ConflictError, isSame} from "../src/index.ts";
import type {FormBase} from "./form-events.ts";
import {getOwn} from "./get-own.ts";
import {mergeFields} from "./merge-fields.ts";

/** An entry that was changed here and elsewhere, in the same fields. */
export interface Conflict {
  readonly names: readonly string[];
  readonly mine: Fields;
  readonly theirs: Entry;
}

export interface Saved {
  readonly entry: Entry;
  /** The write, for undo; null where nothing was different. */
  readonly group: string | null;
}

/** Makes an entry. */
export async function addEntry(
  store: Store,
  type: EntryType,
  fields: Fields,
  tags: readonly string[]
): Promise<Saved> {
  const {ids, group} = await store.entries.addAll([{type: type.name, fields, tags}]);
  return {entry: (await store.entries.get(ids[0]!))!, group};
}

/**
 * Writes what a form changed. Where the entry was changed elsewhere meanwhile, in other fields, both changes are kept;
 * where in the same ones, `prefer` decides, and without it nothing is written and the conflict is given back.
 */
export async function saveEntry(
  store: Store,
  id: string,
  {fields, tags, base}: {fields: Fields; tags: readonly string[]; base: FormBase},
  prefer?: "mine" | "theirs"
): Promise<Saved | Conflict> {
  try {
    return await update(store, id, {fields, tags}, base.revision);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const {theirs} = error;
    const merge = mergeFields(base.fields, fields, theirs.fields);
    if (merge.conflicts.length > 0 && !prefer)
      return {names: merge.conflicts, mine: fields, theirs};
    const merged =
      prefer === "theirs"
        ? {...merge.fields, ...pick(theirs.fields, merge.conflicts)}
        : merge.fields;
    const mergedTags = isSame(tags, base.tags) ? theirs.tags : tags;
    return update(store, id, {fields: merged, tags: mergedTags}, theirs.revision);
  }
}

export function isConflict(outcome: Saved | Conflict): outcome is Conflict {
  return "theirs" in outcome;
}

async function update(
  store: Store,
  id: string,
  patch: {fields: Fields; tags: readonly string[]},
  revision: number
): Promise<Saved> {
  const entry = await store.entries.update(id, patch, {revision});
  if (entry.revision === revision) return {entry, group: null};
  const [change] = await store.history.of("entries", id, {limit: 1});
  return {entry, group: change?.group ?? null};
}

function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, getOwn(fields, name)]));
}
