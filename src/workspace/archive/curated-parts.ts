import type {Folder} from "../curated/folder.ts";
import {CURATED_FOLDERS, toStem} from "../curated/layout.ts";
import type {CuratedRecords} from "../curated/records.ts";
import {toBytesPath, toRecordsPath} from "./layout.ts";
import type {ArchivePart} from "./write-archive.ts";

/** Records without a history, as files of an archive, with the bytes of attachments that lie beside them. */
export async function* toCuratedParts(
  {types, kinds, entries, edges, views, slugs}: CuratedRecords,
  folder: Folder
): AsyncIterable<ArchivePart> {
  const tables = {
    types: sortBy(types, ({name}) => name),
    kinds: sortBy(kinds, ({name}) => name),
    entries: sortBy(entries, ({id}) => id),
    edges: sortBy(edges, ({id}) => id),
    views: sortBy(views, ({id}) => id),
    slugs: sortBy(slugs, ({type, slug}) => `${type} ${slug}`)
  };
  for (const [table, records] of Object.entries(tables))
    if (records.length > 0)
      yield {
        path: toRecordsPath(table as keyof typeof tables),
        records: toChunks<unknown>(records)
      };
  for (const path of await folder.list(CURATED_FOLDERS.attachments)) {
    const source = await folder.open(path);
    if (source) yield {path: toBytesPath("attachments", toStem(path)), bytes: source.stream()};
  }
}

function sortBy<T>(records: readonly T[], toKey: (record: T) => string): T[] {
  return [...records].sort((a, b) => (toKey(a) < toKey(b) ? -1 : 1));
}

async function* toChunks<T>(records: readonly T[]): AsyncIterable<readonly T[]> {
  await Promise.resolve();
  yield records;
}
