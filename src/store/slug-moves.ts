import {toSlug} from "../lib/slug.ts";
import type {Entry} from "../model/entry.ts";
import type {Batch, Pair} from "./batch.ts";

/**
 * Entries on their way to another state, each with the slug that is `wanted` for it, or the next one that is free.
 * The slugs that they give up go on finding them.
 */
export async function moveSlugs(
  batch: Batch,
  pairs: readonly Pair<"entries">[],
  wanted: (entry: Entry) => string
): Promise<Pair<"entries">[]> {
  const slugOf = new Map<string, string>();
  const moving = pairs.flatMap(({before, after}) =>
    after && wanted(after) !== before?.slug ? [{before, after}] : []
  );
  for (const type of new Set(moving.map(({after}) => after.type))) {
    const mine = moving.filter(({after}) => after.type === type);
    const slugs = await batch.slugs(type).claim(
      mine.map(({after}) => wanted(after)),
      mine.map(({after}) => after.id)
    );
    mine.forEach(({after}, i) => slugOf.set(after.id, slugs[i]!));
    const former = mine.flatMap(({before}) =>
      before ? [{type, slug: before.slug, id: before.id}] : []
    );
    await batch.db.slugs.bulkDelete(slugs.map((slug) => [type, slug]));
    await batch.db.slugs.bulkPut(former);
  }
  return pairs.map(({before, after}) => ({
    before,
    after: after && {...after, slug: slugOf.get(after.id) ?? after.slug}
  }));
}

/** The slug that fits the entry's title: the one it has where that fits, be it with a number behind. */
export function toTitleSlug({slug, title, type}: Entry): string {
  const base = toSlug(title) || type;
  const isNumbered = slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1));
  return isNumbered ? slug : base;
}
