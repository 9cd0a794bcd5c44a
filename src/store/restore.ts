import {InputError} from "../lib/errors.ts";
import type {Edge} from "../model/edge.ts";
import type {Entry} from "../model/entry.ts";
import {findType} from "./add-entries.ts";
import type {Batch} from "./batch.ts";
import {runBatch} from "./batch.ts";
import type {Connection} from "./connection.ts";
import {readRemoved} from "./removed.ts";
import {moveSlugs} from "./slug-moves.ts";
import {countOf} from "./words.ts";

/** See `History.restore`. */
export async function restoreEntries(
  connection: Connection,
  ids: readonly string[]
): Promise<{entries: Entry[]; edges: number; group: string | null}> {
  const entries: Entry[] = [];
  const toWhat = (): string =>
    entries.length === 1
      ? `Restore "${entries[0]!.title}"`
      : `Restore ${countOf(entries.length, "entry", "entries")}`;
  const {result, group} = await runBatch(connection, {what: toWhat}, async (batch) => {
    const removed = new Map((await readRemoved(batch.db)).map((one) => [one.entry.id, one]));
    const types = await batch.types();
    const pairs = Array.from(new Set(ids), (id) => {
      const one = removed.get(id);
      if (!one) throw new InputError(`removed entry not found: ${id}`);
      findType(types, one.entry.type);
      const after = {...one.entry, updated: batch.at, revision: one.entry.revision + 1};
      return {before: null, after};
    });
    const returning = await moveSlugs(batch, pairs, ({slug}) => slug);
    await batch.write("entries", returning);
    for (const {after} of returning) entries.push(after!);
    const groups = new Set(entries.map(({id}) => removed.get(id)!.group));
    return restoreEdges(batch, groups, new Set(entries.map(({id}) => id)));
  });
  return {entries, edges: result, group: group?.group ?? null};
}

/** The edges that went with the entries, as far as both ends are there again and nobody joined them anew. */
async function restoreEdges(
  batch: Batch,
  groups: ReadonlySet<string>,
  ids: ReadonlySet<string>
): Promise<number> {
  const {db} = batch;
  const kinds = new Set(await db.kinds.toCollection().primaryKeys());
  let count = 0;
  for (const group of groups) {
    const blocks = await db.changes.where("group").equals(group).sortBy("seq");
    for (const {table, before, after} of blocks.flatMap(({changes}) => changes)) {
      if (table !== "edges" || after !== null) continue;
      const edge = before as Edge;
      const {from, to, kind} = edge;
      if (!(ids.has(from) || ids.has(to)) || !kinds.has(kind)) continue;
      const ends = await db.entries.bulkGet([from, to]);
      const twin = await db.edges.where("[from+kind+to]").equals([from, kind, to]).first();
      if (!ends[0] || !ends[1] || twin) continue;
      const revived = {...edge, updated: batch.at, revision: edge.revision + 1};
      await batch.write("edges", [{before: null, after: revived}]);
      ++count;
    }
  }
  return count;
}
