import type {EntryType, Store} from "../src/index.ts";
import {InputError, moveValues} from "../src/index.ts";

export interface SavedType {
  readonly type: EntryType;
  /** The write, for undo; null where nothing was different. */
  readonly group: string | null;
}

/**
 * Writes a type, and in the same write moves the values of the entries `ids` with fields that were renamed. Throws
 * `InputError` where the type was changed elsewhere since `former` was read.
 */
export async function saveType(
  store: Store,
  type: EntryType,
  {
    former,
    renames,
    ids
  }: {
    former: EntryType | undefined;
    renames: ReadonlyMap<string, string>;
    ids: readonly string[];
  }
): Promise<SavedType> {
  const now = await store.types.get(type.name);
  if (former && now && now.version !== former.version)
    throw new InputError(
      `type was changed elsewhere: ${type.label}; export yours from its JSON, open the type anew and put it in again`
    );
  const {group} = await store.entries.changeAll(ids, ({fields}) => moveValues(fields, renames), {
    type,
    what: `${former ? "Change" : "Set up"} type ${type.label}`
  });
  return {type: (await store.types.get(type.name))!, group};
}

/** Removes a type that has no entries; gives the write, for undo. */
export async function removeType(store: Store, type: EntryType): Promise<string | null> {
  await store.types.remove(type.name);
  const [change] = await store.history.of("types", type.name, {limit: 1});
  return change?.group ?? null;
}
