import type {TextSet} from "../../model/text-collection.ts";
import type {NearText} from "./meaning.ts";
import type {VectorBook} from "./vector-book.ts";

/** A place may be answered by texts that are left out as they were there already: so many more are looked at. */
const SPARE = 2;

/** A collection's texts, by the places of their vectors in the book. */
export interface PlacedTexts {
  readonly set: TextSet;
  /** The first text of each place, and the next one with the same text; -1 where there is none. */
  readonly first: Int32Array;
  readonly next: Int32Array;
}

/** The texts nearest to a query, best first: equal scores keep the order of places, and no end comes twice. */
export function findNearest(
  all: readonly PlacedTexts[],
  {scan}: VectorBook,
  query: Float32Array,
  {limit, accept}: {limit: number; accept: (end: string) => boolean}
): NearText[] {
  const skip = (place: number): boolean => {
    for (const placed of all)
      for (const row of rowsAt(placed, place)) if (accept(placed.set.ends[row]!)) return false;
    return true;
  };
  const found = new Map<string, NearText>();
  for (const {row: place, score} of scan?.nearest(query, {top: SPARE * limit, skip}) ?? []) {
    for (const placed of all) {
      const {collection, ends, texts} = placed.set;
      for (const row of rowsAt(placed, place)) {
        const end = ends[row]!;
        if (found.size === limit || found.has(end) || !accept(end)) continue;
        found.set(end, {collection: collection.id, end, text: texts[row]!, score});
      }
    }
  }
  return [...found.values()];
}

function* rowsAt({first, next}: PlacedTexts, place: number): Generator<number> {
  for (let row = first[place] ?? -1; row >= 0; row = next[row]!) yield row;
}
