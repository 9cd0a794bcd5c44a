import {isSame} from "../lib/same.ts";
import type {EntryType} from "../model/entry-type.ts";
import type {Entry, Fields} from "../model/entry.ts";
import {findType} from "./add-entries.ts";
import {runBatch} from "./batch.ts";
import type {Connection} from "./connection.ts";
import {toEntry} from "./database.ts";
import {toStoredFields, toTitle} from "./draft.ts";
import {readMany} from "./many.ts";
import {moveSlugs, toTitleSlug} from "./slug-moves.ts";
import type {SlugMaker} from "./slugs.ts";
import {putType} from "./types.ts";
import {countOf} from "./words.ts";
import type {BulkOptions} from "./work.ts";
import {forEachChunk} from "./work.ts";

export interface ChangeOptions extends BulkOptions {
  /** A type that is set up in the same write; titles are by what it says. */
  readonly type?: EntryType;
}

/** See `Entries.changeAll`. */
export async function changeEntries(
  connection: Connection,
  ids: readonly string[],
  change: (entry: Entry) => Fields,
  {what, type, ...options}: ChangeOptions = {}
): Promise<{changed: number; group: string | null}> {
  let changed = 0;
  const toWhat = (): string => what ?? `Change ${countOf(changed, "entry", "entries")}`;
  const {group} = await runBatch(connection, {what: toWhat}, async (batch) => {
    const types = new Map(await batch.types());
    if (type) types.set(type.name, type);
    const makers = new Map<string, SlugMaker>();
    await forEachChunk(ids, options, async (chunk) => {
      const rows = (await readMany(batch.db.entries, chunk)).filter((row) => row !== undefined);
      const pairs = rows.flatMap((before) => {
        const fields = toStoredFields(change(toEntry(before)));
        if (isSame(fields, before.fields)) return [];
        const after = {
          ...before,
          base: before.base ?? before.fields,
          title: toTitle(fields, findType(types, before.type)),
          fields,
          updated: batch.at,
          revision: before.revision + 1
        };
        return [{before, after}];
      });
      changed += pairs.length;
      await batch.write("entries", await moveSlugs(batch, pairs, toTitleSlug, makers));
    });
    // last: entries whose title is right by now need no other
    if (type) await putType(batch, type);
  });
  return {changed, group: group?.group ?? null};
}
