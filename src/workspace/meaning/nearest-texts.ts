import {createPause} from "../../lib/pause.ts";
import type {TextSet} from "../../model/text-collection.ts";
import type {NearText} from "./meaning.ts";
import type {VectorBook} from "./vector-book.ts";

/** Rows between two looks at the clock. */
const ROWS_PER_LOOK = 2048;

/** A query's cosine with each vector of a book, by its place; in slices, so that the page has its turn. */
export async function scoreVectors(
  {vectors: {dimensions, scales, codes}}: VectorBook,
  query: Float32Array,
  signal?: AbortSignal
): Promise<Float32Array> {
  const scores = new Float32Array(scales.length);
  const pause = createPause(signal);
  for (let row = 0; row < scales.length; ++row) {
    const start = row * dimensions;
    let sum = 0;
    for (let i = 0; i < dimensions; ++i) sum += query[i]! * codes[start + i]!;
    scores[row] = sum * scales[row]!;
    if (row % ROWS_PER_LOOK === 0) await pause();
  }
  return scores;
}

/** A collection's texts, and the place of each one's vector in the book; -1 where it has none. */
export interface PlacedTexts {
  readonly set: TextSet;
  readonly places: Int32Array;
}

/** The best of several collections, best first: equal scores keep the order of collections and rows, and no end comes twice. */
export function findBest(
  all: readonly PlacedTexts[],
  {vectors: {scales}}: VectorBook,
  scores: Float32Array,
  {limit, accept}: {limit: number; accept: (end: string) => boolean}
): NearText[] {
  const best: NearText[] = [];
  for (const {set, places} of all) {
    const {ends, texts, collection} = set;
    for (let row = 0; row < places.length; ++row) {
      const place = places[row]!;
      if (place < 0 || scales[place] === 0) continue;
      const score = scores[place]!;
      if (best.length === limit && !(score > (best[limit - 1]?.score ?? Infinity))) continue;
      const end = ends[row]!;
      if (!accept(end) || best.some((other) => other.end === end)) continue;
      let at = best.length;
      while (at > 0 && best[at - 1]!.score < score) --at;
      best.splice(at, 0, {collection: collection.id, end, text: texts[row]!, score});
      if (best.length > limit) best.pop();
    }
  }
  return best;
}
