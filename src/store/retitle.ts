import type {EntryType} from "../model/entry-type.ts";
import type {Batch} from "./batch.ts";
import type {EntryRow} from "./database.ts";
import {toTitle} from "./draft.ts";
import {moveSlugs, toTitleSlug} from "./slug-moves.ts";
import type {SlugMaker} from "./slugs.ts";
import {forEachChunk} from "./work.ts";

/** Gives entries of one type the titles that their fields and type say, and slugs to match. */
export async function retitle(
  batch: Batch,
  rows: readonly EntryRow[],
  type: EntryType
): Promise<void> {
  const makers = new Map<string, SlugMaker>();
  await forEachChunk(rows, {}, async (chunk) => {
    const pairs = chunk.map((before) => ({
      before,
      after: {
        ...before,
        title: toTitle(before.fields, type),
        updated: batch.at,
        revision: before.revision + 1
      }
    }));
    await batch.write("entries", await moveSlugs(batch, pairs, toTitleSlug, makers));
  });
}
