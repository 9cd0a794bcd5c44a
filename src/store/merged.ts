import type {Database, EntryRow} from "./database.ts";

/**
 * What still leads to an entry that was merged into another: its id and its address, and those of the entries that were
 * merged into it. They stand in the row of the one that was kept, so that undo takes them back with it.
 */
export function toMerged({id, type, slug, merged = []}: EntryRow): string[] {
  return [id, toPrefix(type, slug) + id, ...merged];
}

/** The entry that another by this id was merged into. */
export function findMergedId(db: Database, id: string): PromiseLike<EntryRow | undefined> {
  return db.entries.where("merged").equals(id).first();
}

/** The entry that another with this address was merged into. */
export function findMergedSlug(
  db: Database,
  type: string,
  slug: string
): PromiseLike<EntryRow | undefined> {
  return db.entries.where("merged").startsWith(toPrefix(type, slug)).first();
}

/** The ids of merged entries by the slugs that they had. */
export async function findMergedHolders(
  db: Database,
  type: string,
  slugs: Iterable<string>
): Promise<Map<string, string>> {
  const holders = new Map<string, string>();
  if ((await db.entries.orderBy("merged").limit(1).count()) === 0) return holders;
  const prefixes = Array.from(slugs, (slug) => toPrefix(type, slug));
  const keys = await db.entries.where("merged").startsWithAnyOf(prefixes).keys();
  for (const key of keys as string[]) {
    const [, slug, id] = key.split("/") as [string, string, string];
    holders.set(slug, id);
  }
  return holders;
}

/** Neither a type's name nor a slug has a slash in it. */
function toPrefix(type: string, slug: string): string {
  return `${type}/${slug}/`;
}
