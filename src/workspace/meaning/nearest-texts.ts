import {createPause} from "../../lib/pause.ts";
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

/** Finds places of vectors, best first; those that `skip` tells are no answer. The page has its turns in between. */
export type FindPlaces = (
  options: {readonly top: number; readonly skip: (place: number) => boolean},
  pause: () => Promise<void> | undefined
) => Promise<readonly {readonly row: number; readonly score: number}[]>;

/** By cosine. */
export function findPlaces({scan}: VectorBook, query: Float32Array): FindPlaces {
  return async (options, pause) => (await scan?.nearestInTurns(query, options, pause)) ?? [];
}

/** By cosine with vectors without half of what all have in common: what is found first by plain cosine is scored again. */
export function findCentredPlaces(book: VectorBook, query: Float32Array): FindPlaces {
  const find = findPlaces(book, query);
  const vector = new Float32Array(query.length);
  return async (options, pause) => {
    const scored = [];
    for (const {row} of await find(options, pause)) {
      book.scan!.copy(row, vector, 0);
      const centred = book.centre(vector);
      scored.push({row, score: centred.reduce((sum, value, i) => sum + value * query[i]!, 0)});
      await pause();
    }
    return scored.sort((a, b) => b.score - a.score || a.row - b.row);
  };
}

/** The texts nearest to a query, best first: equal scores keep the order of places, and no end comes twice. */
export async function findNearest(
  all: readonly PlacedTexts[],
  find: FindPlaces,
  {
    limit,
    accept,
    signal
  }: {limit: number; accept: (end: string) => boolean; signal?: AbortSignal | undefined}
): Promise<NearText[]> {
  const skip = (place: number): boolean => {
    for (const placed of all)
      for (const row of rowsAt(placed, place)) if (accept(placed.set.ends[row]!)) return false;
    return true;
  };
  const found = new Map<string, NearText>();
  for (const {row: place, score} of await find({top: SPARE * limit, skip}, createPause(signal))) {
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
