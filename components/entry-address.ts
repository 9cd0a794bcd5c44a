import type {Entry, Store} from "../src/index.ts";

/** Which entry a page's address names. */
export type EntryAddress = {readonly id: string} | {readonly type: string; readonly slug: string};

/** The entry that `?id=` or `?type=&slug=` names; undefined where the address names none. */
export function toEntryAddress(search: string): EntryAddress | undefined {
  const query = new URLSearchParams(search);
  const [id, type, slug] = [query.get("id"), query.get("type"), query.get("slug")];
  if (id) return {id};
  return type && slug ? {type, slug} : undefined;
}

/** The entry at an address; a slug that it had before a rename still finds it. */
export function findEntry(store: Store, address: EntryAddress): Promise<Entry | undefined> {
  return "id" in address
    ? store.entries.get(address.id)
    : store.entries.bySlug(address.type, address.slug);
}

/** The entry that was at an address and was removed, as it was last. */
export async function findRemoved(store: Store, address: EntryAddress): Promise<Entry | undefined> {
  const type = "type" in address ? address.type : undefined;
  const options = {limit: Infinity, ...(type !== undefined && {type})};
  const {entries} = await store.history.removed(options);
  return entries.find(({entry}) =>
    "id" in address ? entry.id === address.id : entry.slug === address.slug
  )?.entry;
}
