import {isSame} from "../lib/same.ts";
import {toTitle} from "../model/title.ts";
import type {EntryRow} from "./database.ts";
import {toTags} from "./draft.ts";
import type {Thing} from "./things.ts";

/**
 * The row with what the draft has new for it; the row itself where there is nothing new. A value that is as it was last
 * imported is nothing new: what a person has made of it since stays.
 */
export function mergeThing(before: EntryRow, {draft, fields, type}: Thing, at: number): EntryRow {
  const {base: imported = before.fields, ...row} = before;
  const news = Object.entries(fields).filter(([name, value]) => !isSame(value, imported[name]));
  const merged = {...before.fields, ...Object.fromEntries(news)};
  const tags = toTags([...before.tags, ...(draft.tags ?? [])]);
  if (isSame(merged, before.fields) && tags.length === before.tags.length) return before;
  const base = {...imported, ...fields};
  return {
    ...row,
    ...(!isSame(base, merged) && {base}),
    title: toTitle(merged, type),
    fields: merged,
    tags,
    source: draft.source ?? before.source,
    updated: at,
    revision: before.revision + 1
  };
}
