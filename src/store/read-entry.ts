import type {Entry} from "../model/entry.ts";
import type {Database} from "./database.ts";
import {toEntry} from "./database.ts";
import {findMergedId, findMergedSlug} from "./merged.ts";

export async function readEntry(db: Database, id: string): Promise<Entry | undefined> {
  const row = await db.entries.get(id);
  return row && toEntry(row);
}

/** See `Entries.bySlug`. */
export async function readEntryBySlug(
  db: Database,
  type: string,
  slug: string
): Promise<Entry | undefined> {
  const row = await db.entries.get({type, slug});
  if (row) return toEntry(row);
  const former = await db.slugs.get([type, slug]);
  const moved = former
    ? ((await db.entries.get(former.id)) ?? (await findMergedId(db, former.id)))
    : await findMergedSlug(db, type, slug);
  return moved && toEntry(moved);
}

/** The entry of a type with that key. */
export async function readEntryByKey(
  db: Database,
  type: string,
  key: string
): Promise<Entry | undefined> {
  const row = await db.entries.where("[type+key]").equals([type, key]).first();
  return row && toEntry(row);
}
