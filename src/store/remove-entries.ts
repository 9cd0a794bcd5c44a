import type {Edge} from "../model/edge.ts";
import type {Batch} from "./batch.ts";
import type {Database, EntryRow} from "./database.ts";
import {readMany} from "./many.ts";
import {countOf} from "./words.ts";
import type {WorkOptions} from "./work.ts";
import {forEachChunk} from "./work.ts";

export interface Removal {
  readonly entries: number;
  /** Those that went with the entries. */
  readonly edges: number;
  /** What was done, for people. */
  readonly what: string;
}

/** See `Entries.remove`. */
export async function removeEntries(
  batch: Batch,
  ids: readonly string[],
  options: WorkOptions = {}
): Promise<Removal> {
  let edges = 0;
  let entries = 0;
  let title = "";
  await forEachChunk([...new Set(ids)], options, async (chunk) => {
    const joined = await findEdges(batch.db, chunk);
    await batch.write(
      "edges",
      joined.map((before) => ({before, after: null}))
    );
    const rows = (await readMany(batch.db.entries, chunk)).filter(
      (row): row is EntryRow => row !== undefined
    );
    await batch.write(
      "entries",
      rows.map((before) => ({before, after: null}))
    );
    edges += joined.length;
    entries += rows.length;
    title = rows[0]?.title ?? title;
  });
  const what =
    entries === 1 ? `Remove "${title}"` : `Remove ${countOf(entries, "entry", "entries")}`;
  return {entries, edges, what};
}

/** All edges with an end among the entries, each once. Where there are fewer edges than entries, all are looked at. */
export async function findEdges(db: Database, entryIds: readonly string[]): Promise<Edge[]> {
  if ((await db.edges.count()) <= entryIds.length) {
    const ids = new Set(entryIds);
    return (await db.edges.toArray()).filter(({from, to}) => ids.has(from) || ids.has(to));
  }
  const ranges = entryIds.map((id) => [[id], [id, []]] as [[string], [string, unknown[]]]);
  const out = await db.edges.where("[from+kind+to]").inAnyRange(ranges).toArray();
  const into = await db.edges
    .where("to")
    .anyOf([...entryIds])
    .toArray();
  return [...new Map([...out, ...into].map((edge) => [edge.id, edge])).values()];
}
