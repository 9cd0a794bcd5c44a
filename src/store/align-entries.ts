import {isSame} from "../lib/same.ts";
import type {EntryType} from "../model/entry-type.ts";
import {toTitle} from "../model/title.ts";
import type {Batch} from "./batch.ts";
import type {EntryRow} from "./database.ts";
import {moveSlugs, toTitleSlug} from "./slug-moves.ts";
import type {TypeBook} from "./type-book.ts";
import {forEachChunk} from "./work.ts";

/**
 * Titles, keys and what is unique are made of fields by the types: when a type changes its mind, so must the entries of
 * it and of all that extend it. `old` holds the types as they were.
 */
export async function alignEntries(batch: Batch, old: TypeBook, changed: string): Promise<void> {
  const types = await batch.types();
  for (const name of types.family(changed)) {
    const [before, after] = [old.get(name), types.get(name)];
    if (!before || !after) continue;
    const isIndexMoved =
      before.keyField !== after.keyField || !isSame(old.uniques(name), types.uniques(name));
    if (isIndexMoved || !hasSameTitle(before, after)) await alignType(batch, after, isIndexMoved);
  }
}

async function alignType(batch: Batch, type: EntryType, isIndexMoved: boolean): Promise<void> {
  const rows = await batch.db.entries
    .where("[type+updated]")
    .between([type.name], [type.name, []])
    .toArray();
  const [moved, kept]: [EntryRow[], EntryRow[]] = [[], []];
  for (const row of rows) (row.title === toTitle(row.fields, type) ? kept : moved).push(row);
  // what is for indexes only is no part of what people see: it is set anew without a trace in history
  if (isIndexMoved) await forEachChunk(kept, {}, (chunk) => batch.rewrite(chunk));
  await forEachChunk(moved, {}, async (chunk) => {
    const pairs = chunk.map((before) => ({
      before,
      after: {
        ...before,
        title: toTitle(before.fields, type),
        updated: batch.at,
        revision: before.revision + 1
      }
    }));
    await batch.write("entries", await moveSlugs(batch, pairs, toTitleSlug));
  });
}

function hasSameTitle(before: EntryType, after: EntryType): boolean {
  return before.titleField === after.titleField && before.titleTemplate === after.titleTemplate;
}
