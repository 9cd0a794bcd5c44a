import {InputError} from "../lib/errors.ts";
import type {Edge} from "../model/edge.ts";
import type {Entry} from "../model/entry.ts";
import {findTwins} from "./add-edges.ts";
import type {Batch} from "./batch.ts";
import {runBatch} from "./batch.ts";
import type {Connection} from "./connection.ts";
import {toEntry} from "./database.ts";
import {findProblem} from "./edge-guard.ts";
import {readEnds} from "./ends.ts";
import {readKinds} from "./kinds.ts";
import {toChanges} from "./packed-changes.ts";
import {moveSlugs} from "./slug-moves.ts";
import type {Trash} from "./trash.ts";
import {countOf} from "./words.ts";

/** See `History.restore`. */
export async function restoreEntries(
  connection: Connection,
  trash: Trash,
  ids: readonly string[]
): Promise<{entries: Entry[]; edges: number; group: string | null}> {
  const toWhat = ({entries}: {entries: readonly Entry[]}): string =>
    entries.length === 1
      ? `Restore "${entries[0]!.title}"`
      : `Restore ${countOf(entries.length, "entry", "entries")}`;
  const {result, group} = await runBatch(connection, {what: toWhat}, async (batch) => {
    const removed = await trash.find(batch.db, [...new Set(ids)]);
    const types = await batch.types();
    const pairs = Array.from(new Set(ids), (id) => {
      const one = removed.get(id);
      if (!one) throw new InputError(`removed entry not found: ${id}`);
      types.find(one.row.type);
      const after = {...one.row, updated: batch.at, revision: one.row.revision + 1};
      return {before: null, after};
    });
    const returning = await moveSlugs(batch, pairs, ({slug}) => slug);
    await batch.write("entries", returning);
    const entries = returning.map(({after}) => toEntry(after!));
    const groups = new Set(entries.map(({id}) => removed.get(id)!.group));
    return {
      entries,
      edges: await restoreEdges(batch, groups, new Set(entries.map(({id}) => id)))
    };
  });
  return {...result, group: group?.group ?? null};
}

/** The edges that went with the entries, as far as both ends are there again and nothing has taken the edge's place. */
async function restoreEdges(
  batch: Batch,
  groups: ReadonlySet<string>,
  ids: ReadonlySet<string>
): Promise<number> {
  const {db} = batch;
  const types = await batch.types();
  const kinds = await readKinds(db);
  let count = 0;
  for (const group of groups) {
    const blocks = await db.changes.where("group").equals(group).sortBy("seq");
    for (const {table, before, after} of blocks.flatMap(toChanges)) {
      if (table !== "edges" || !before || after) continue;
      const edge = before as Edge;
      const {from, to} = edge;
      const kind = kinds.get(edge.kind);
      if (!(ids.has(from) || ids.has(to)) || !kind) continue;
      const ends = await readEnds(db, [edge], types);
      if (!ends.has(from) || !ends.has(to)) continue;
      if ((await findTwins(batch, [edge], kinds)).length > 0) continue;
      if (await findProblem(db, kind, [edge])) continue;
      const revived = {...edge, updated: batch.at, revision: edge.revision + 1};
      await batch.write("edges", [{before: null, after: revived}]);
      ++count;
    }
  }
  return count;
}
