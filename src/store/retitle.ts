import {toSlug} from "../lib/slug.ts";
import type {EntryType} from "../model/entry-type.ts";
import type {Batch} from "./batch.ts";
import type {EntryRow} from "./database.ts";
import {toTitle} from "./draft.ts";
import {SlugMaker} from "./slugs.ts";
import {forEachChunk} from "./work.ts";

/** Gives entries of one type the titles that their fields and type say, and slugs to match. */
export async function retitle(
  batch: Batch,
  rows: readonly EntryRow[],
  type: EntryType
): Promise<void> {
  await forEachChunk(rows, {}, async (chunk) => {
    const pairs = [];
    for (const before of chunk) {
      const title = toTitle(before.fields, type);
      const slug = await moveSlug(batch, before, title);
      pairs.push({
        before,
        after: {...before, title, slug, updated: batch.at, revision: before.revision + 1}
      });
    }
    await batch.write("entries", pairs);
  });
}

/** The slug for an entry's new title; the one it had goes on finding it. */
export async function moveSlug(
  {db}: Batch,
  {id, type, slug: former}: EntryRow,
  title: string
): Promise<string> {
  const base = toSlug(title) || type;
  const isNumbered = former.startsWith(`${base}-`) && /^\d+$/.test(former.slice(base.length + 1));
  if (former === base || isNumbered) return former;
  const [slug] = (await new SlugMaker(db, type).make([title], [id])) as [string];
  await db.slugs.delete([type, slug]);
  await db.slugs.put({type, slug: former, id});
  return slug;
}
