import type {EmbeddedTexts} from "../../model/text-collection.ts";
import type {TextLayout} from "../../model/text-layout.ts";
import {toLayoutId} from "../../model/text-layout.ts";
import type {Compute} from "../compute/compute.ts";
import type {JobWork} from "../compute/jobs.ts";

const NEIGHBOURS = 15;
const SEED = 1;
/** Where fewer of the texts have a place already, they are laid out from the beginning: the new ones decide the shape. */
const MIN_KNOWN_SHARE = 0.5;

/**
 * Places of the different texts. Those that `former` has stay about where they were; it is given back as it is where it
 * has all of them. The same texts and vectors give the same places.
 */
export async function layOutTexts(
  {collection, model, hashes, vectors, dimensions}: EmbeddedTexts,
  former: TextLayout | undefined,
  compute: Compute,
  {signal, onProgress}: JobWork = {}
): Promise<TextLayout> {
  const rowOf = new Map<string, number>();
  for (const [row, hash] of hashes.entries())
    if (hash !== "" && !rowOf.has(hash)) rowOf.set(hash, row);
  const different = [...rowOf.keys()];
  const formerAt = new Map(former?.hashes.map((hash, i) => [hash, i]));
  const known = different.filter((hash) => formerAt.has(hash)).length;
  if (former && known === different.length) return former;
  const packed = new Float32Array(different.length * dimensions);
  for (const [i, hash] of different.entries()) {
    const row = rowOf.get(hash)!;
    packed.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions);
  }
  const toWork = (step: string) => ({
    ...(signal && {signal}),
    onProgress: (done: number, total: number) => onProgress?.(done, total, step)
  });
  const graph = await compute.run(
    "neighbours",
    {vectors: packed, dimensions, k: NEIGHBOURS},
    toWork("Comparing the texts")
  );
  const start =
    former && known >= MIN_KNOWN_SHARE * different.length
      ? Float32Array.from({length: 2 * different.length}, (_, i) => {
          const at = formerAt.get(different[i >> 1]!);
          return at === undefined ? NaN : former.places[2 * at + (i & 1)]!;
        })
      : undefined;
  const places = await compute.run(
    "layout",
    {graph, seed: SEED, ...(start && {start})},
    toWork("Laying out the map")
  );
  return {id: toLayoutId(collection.id, model), hashes: different, places, updated: Date.now()};
}
