import {InputError, toMessage} from "../lib/errors.ts";
import type {Batch} from "./batch.ts";
import type {StoredChange} from "./database.ts";
import {readEnds} from "./ends.ts";
import {readKinds} from "./kinds.ts";
import {findEdges} from "./remove-entries.ts";
import type {TypeBook} from "./type-book.ts";
import {countOf} from "./words.ts";
import {forEachChunk} from "./work.ts";

/**
 * Checks what an undo would leave behind: entries without their type, edges without an end or a kind. Throws
 * `InputError`, which takes the whole undo back.
 */
export async function checkAll(batch: Batch, changes: readonly StoredChange[]): Promise<void> {
  const {db} = batch;
  const types = await batch.types();
  const of = (table: StoredChange["table"], isThere: boolean): StoredChange[] =>
    changes.filter((change) => change.table === table && (change.before !== null) === isThere);
  for (const {id} of of("types", false)) {
    const count = await db.entries.where("[type+updated]").between([id], [id, []]).count();
    if (count > 0)
      throw new InputError(
        `cannot take back: ${countOf(count, "entry", "entries")} of type ${id} came later`
      );
  }
  if (changes.some(({table}) => table === "types")) checkLineages(types);
  for (const {id} of of("kinds", false)) {
    const count = await db.edges.where("kind").equals(id).count();
    if (count > 0)
      throw new InputError(`cannot take back: ${countOf(count, "edge")} of kind ${id} came later`);
  }
  await forEachChunk(of("entries", false), {}, async (chunk) => {
    const {length} = await findEdges(
      db,
      chunk.map(({id}) => id)
    );
    if (length > 0)
      throw new InputError(
        `cannot take back: ${countOf(length, "edge")} joined these entries later; remove them first`
      );
  });
  const entries = of("entries", true).map(({before}) => before as {type: string; title: string});
  const homeless = entries.find(({type}) => !types.get(type));
  if (homeless)
    throw new InputError(
      `cannot take back: the type of "${homeless.title}" is gone: ${homeless.type}; bring it back first`
    );
  await forEachChunk(of("edges", true), {}, async (chunk) => {
    const edges = chunk.map(({before}) => before as {from: string; to: string; kind: string});
    const kinds = await readKinds(db);
    const ends = await readEnds(db, edges, types);
    for (const {kind, from, to} of edges) {
      if (!kinds.has(kind))
        throw new InputError(
          `cannot take back: the edge kind is gone: ${kind}; bring it back first`
        );
      if (!ends.has(from) || !ends.has(to))
        throw new InputError(
          `cannot take back: an end of an edge "${kind}" is gone; bring it back first`
        );
    }
  });
}

function checkLineages(types: TypeBook): void {
  try {
    types.checkLineages();
  } catch (error) {
    throw new InputError(`cannot take back: ${toMessage(error)}`, {cause: error});
  }
}
