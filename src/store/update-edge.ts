import {InputError} from "../lib/errors.ts";
import {isSame} from "../lib/same.ts";
import type {Edge} from "../model/edge.ts";
import type {EdgeDraft} from "./add-edges.ts";
import {findTwins, toSaid} from "./add-edges.ts";
import type {Batch} from "./batch.ts";
import {checkEnds, readEnds} from "./ends.ts";
import {findKind, readKinds} from "./kinds.ts";

/** What of an edge changes; with another end it moves there. */
export type EdgePatch = Partial<Omit<EdgeDraft, "kind">>;

/** See `Edges.update`. */
export async function updateEdge(
  batch: Batch,
  id: string,
  patch: EdgePatch,
  {revision}: {revision?: number} = {}
): Promise<{edge: Edge; what: string}> {
  const before = await batch.db.edges.get(id);
  if (!before)
    throw new InputError(`edge not found: ${id} (if it was removed, undo brings it back)`);
  if (revision !== undefined && revision !== before.revision)
    throw new InputError(
      `edge was changed elsewhere: yours is based on revision ${revision}, it is now at ${before.revision}; look at it and save again`
    );
  const {from = before.from, to = before.to} = patch;
  const moved = {...before, from, to, ...toSaid(patch)};
  const kinds = await readKinds(batch.db);
  const kind = findKind(kinds, before.kind);
  const ends = await readEnds(batch.db, [moved], await batch.types());
  const isMove = from !== before.from || to !== before.to;
  const what = `${isMove ? "Move" : "Edit"} "${ends.get(from)?.title}" ${kind.label} "${ends.get(to)?.title}"`;
  if (isSame(moved, before)) return {edge: before, what};
  if (isMove) {
    const [first, second] = checkEnds(moved, kind, ends);
    const twin = (await findTwins(batch, [moved], kinds)).find((one) => one.id !== id);
    if (twin)
      throw new InputError(
        `edge is there already: "${first.title}" ${kind.label} "${second.title}"`
      );
  }
  const after = {...moved, updated: batch.at, revision: before.revision + 1};
  await batch.write("edges", [{before, after}]);
  return {edge: after, what};
}
