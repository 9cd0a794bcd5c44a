import type {Edge} from "../model/edge.ts";
import {runBatch} from "./batch.ts";
import type {Connection} from "./connection.ts";
import type {Database, EntryRow} from "./database.ts";
import {readMany} from "./many.ts";
import {countOf} from "./words.ts";
import type {BulkOptions} from "./work.ts";
import {forEachChunk} from "./work.ts";

/** See `Entries.remove`. */
export async function removeEntries(
  connection: Connection,
  ids: readonly string[],
  {what, ...options}: BulkOptions = {}
): Promise<{entries: number; edges: number; group: string | null}> {
  let edges = 0;
  let entries = 0;
  let title = "";
  const toWhat = (): string =>
    entries === 1 ? `Remove "${title}"` : `Remove ${countOf(entries, "entry", "entries")}`;
  const {group} = await runBatch(connection, {what: () => what ?? toWhat()}, async (batch) => {
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
  });
  return {entries, edges, group: group?.group ?? null};
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
