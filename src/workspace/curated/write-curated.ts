import {groupBy} from "../../lib/group-by.ts";
import type {EdgeKind} from "../../model/edge.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Folder} from "./folder.ts";
import {readText} from "./folder.ts";
import {CURATED_FOLDERS, toStems} from "./layout.ts";
import {toEdgeLine, toEntryLine} from "./lines.ts";
import type {CuratedRecords} from "./records.ts";

/** What writing changed in the folder, by path. */
export interface WrittenFiles {
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Writes records as text. Only files that differ are written, and files of records that are no more are removed.
 *
 * A file a type, JSON Lines, in the order of slugs: a changed entry is one changed line, entries that two people added
 * merge by themselves, and nothing is guessed when it is read (YAML takes `no` for false).
 */
export async function writeCurated(folder: Folder, records: CuratedRecords): Promise<WrittenFiles> {
  const files = toFiles(records);
  const written: string[] = [];
  const removed: string[] = [];
  for (const [path, text] of files) {
    if ((await readText(folder, path)) === text) continue;
    await folder.write(path, text);
    written.push(path);
  }
  const {types, kinds, views, entries, edges} = CURATED_FOLDERS;
  for (const below of [types, kinds, views, entries, edges]) {
    for (const path of await folder.list(below)) {
      if (files.has(path) || !/\.jsonl?$/.test(path)) continue;
      await folder.remove(path);
      removed.push(path);
    }
  }
  return {written, removed};
}

/** The text of each file, by path. */
export function toFiles(records: CuratedRecords): Map<string, string> {
  const {types, kinds, views, entries, edges, slugs} = records;
  const files = new Map<string, string>();
  const typeStems = toStems(types.map(({name}) => name));
  const kindStems = toStems(kinds.map(({name}) => name));
  const viewStems = toStems(views.map(({id}) => id));
  for (const type of types) files.set(toPath("types", typeStems.get(type.name)!), toText(type));
  for (const kind of kinds) files.set(toPath("kinds", kindStems.get(kind.name)!), toText(kind));
  for (const view of views) files.set(toPath("views", viewStems.get(view.id)!), toText(view));
  const former = groupBy(slugs, ({id}) => id);
  for (const [type, mine] of groupBy(entries, ({type}) => type)) {
    const lines = mine
      .sort((a, b) => compare(a.slug, b.slug))
      .map((entry) =>
        toEntryLine(entry, (former.get(entry.id) ?? []).map(({slug}) => slug).sort())
      );
    files.set(toPath("entries", typeStems.get(type)!, "jsonl"), toLines(lines));
  }
  for (const [kind, mine] of groupBy(edges, ({kind}) => kind)) {
    const lines = mine
      .sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.id, b.id))
      .map(toEdgeLine);
    files.set(toPath("edges", kindStems.get(kind)!, "jsonl"), toLines(lines));
  }
  return files;
}

function toPath(folder: keyof typeof CURATED_FOLDERS, stem: string, extension = "json"): string {
  return `${CURATED_FOLDERS[folder]}/${stem}.${extension}`;
}

/** Names stay in their order: that of a schema's fields is the order of the form. */
function toText(record: EntryType | EdgeKind | CuratedRecords["views"][number]): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

function toLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
