import type {Batch} from "./batch.ts";
import {readMany} from "./many.ts";
import type {WorkOptions} from "./work.ts";
import {forEachChunk} from "./work.ts";

/** Removes edges, and says how many there were. */
export async function removeEdges(
  batch: Batch,
  ids: readonly string[],
  options: WorkOptions = {}
): Promise<number> {
  let count = 0;
  await forEachChunk([...new Set(ids)], options, async (chunk) => {
    const found = (await readMany(batch.db.edges, chunk)).filter((edge) => edge !== undefined);
    await batch.write(
      "edges",
      found.map((before) => ({before, after: null}))
    );
    count += found.length;
  });
  return count;
}
