import type {Entry, EntryType, Fields, Store} from "../src/index.ts";
import {ConflictError, isSame, toTitle} from "../src/index.ts";
import type {ReferencePlan} from "./entry-references.ts";
import {writeReferences} from "./entry-references.ts";
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

/** What a form changes of an entry. */
export interface EntryChange {
  readonly fields: Fields;
  readonly tags: readonly string[];
  /** What is done to its edges, in the same write. */
  readonly references?: ReferencePlan;
  /** All types, by name: entries that are made on the way have one of them. */
  readonly types?: ReadonlyMap<string, EntryType>;
}

/** Makes an entry. */
export async function addEntry(
  store: Store,
  type: EntryType,
  {fields, tags, references, types = new Map()}: EntryChange
): Promise<Saved> {
  const draft = {type: type.name, fields, tags};
  if (!references || isNothing(references)) {
    const {ids, group} = await store.entries.addAll([draft]);
    return {entry: (await store.entries.get(ids[0]!))!, group};
  }
  const title = toTitle(fields, type);
  const {result: entry, group} = await store.transaction(`Add "${title}"`, async (tx) => {
    const entry = await tx.entries.add(draft);
    await writeReferences(tx, entry.id, references, types);
    return entry;
  });
  return {entry, group};
}

/**
 * Writes what a form changed. Where the entry was changed elsewhere meanwhile, in other fields, both changes are kept;
 * where in the same ones, `prefer` decides, and without it nothing is written and the conflict is given back.
 */
export async function saveEntry(
  store: Store,
  id: string,
  {base, ...change}: EntryChange & {readonly base: FormBase},
  prefer?: "mine" | "theirs"
): Promise<Saved | Conflict> {
  const {fields, tags} = change;
  try {
    return await update(store, id, change, base.revision);
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
    return update(store, id, {...change, fields: merged, tags: mergedTags}, theirs.revision);
  }
}

export function isConflict(outcome: Saved | Conflict): outcome is Conflict {
  return "theirs" in outcome;
}

async function update(
  store: Store,
  id: string,
  {fields, tags, references, types = new Map()}: EntryChange,
  revision: number
): Promise<Saved> {
  const patch = {fields, tags};
  if (references && !isNothing(references)) {
    const title = (await store.entries.get(id))?.title ?? id;
    const {result: entry, group} = await store.transaction(`Change "${title}"`, async (tx) => {
      const entry = await tx.entries.update(id, patch, {revision});
      await writeReferences(tx, id, references, types);
      return entry;
    });
    return {entry, group};
  }
  const entry = await store.entries.update(id, patch, {revision});
  if (entry.revision === revision) return {entry, group: null};
  const [change] = await store.history.of("entries", id, {limit: 1});
  return {entry, group: change?.group ?? null};
}

function isNothing({added, removed}: ReferencePlan): boolean {
  return added.length === 0 && removed.length === 0;
}

function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, getOwn(fields, name)]));
}
