import type {EntryRow} from "./database.ts";
import type {Batch, Pair} from "./batch.ts";
import {SlugMaker} from "./slugs.ts";

/**
 * Entries on their way back to an earlier state, each with the slug that it had then, or the next one where another
 * entry has it by now. The slugs that they give up go on finding them.
 */
export async function withSlugs(
  batch: Batch,
  pairs: readonly Pair<"entries">[]
): Promise<Pair<"entries">[]> {
  const moving = pairs.filter(({before, after}) => after !== null && after.slug !== before?.slug);
  const slugOf = new Map<string, string>();
  for (const type of new Set(moving.map(({after}) => after!.type))) {
    const mine = moving.map(({after}) => after as EntryRow).filter((after) => after.type === type);
    const slugs = await new SlugMaker(batch.db, type).claim(
      mine.map(({slug}) => slug),
      mine.map(({id}) => id)
    );
    mine.forEach(({id}, i) => slugOf.set(id, slugs[i]!));
    await batch.db.slugs.bulkDelete(slugs.map((slug) => [type, slug]));
    const renamed = moving.filter(({before, after}) => before !== null && after!.type === type);
    await batch.db.slugs.bulkPut(
      renamed.map(({before}) => ({type, slug: before!.slug, id: before!.id}))
    );
  }
  return pairs.map(({before, after}) => ({
    before,
    after: after && {...after, slug: slugOf.get(after.id) ?? after.slug}
  }));
}
