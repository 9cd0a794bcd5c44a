import {hasVector} from "./vectors.ts";

export interface Neighbour {
  /** Index of the row in `vectors`. */
  readonly row: number;
  /** Cosine, from -1 to 1. */
  readonly score: number;
}

export interface NearestOptions {
  /** How many neighbours at most; 10 if left out. */
  readonly top?: number;
  /** Rows that must not be an answer, such as the query's own. */
  readonly skip?: (row: number) => boolean;
}

/**
 * The rows of `vectors` (row-major, unit length, as `Embedder.embed` gives them) nearest to `query`, best first, by an exact
 * scan. Equal scores keep the order of the rows. Rows without a vector are never an answer, and a query without a vector has
 * none.
 */
export function nearest(
  query: Float32Array,
  vectors: Float32Array,
  {top = 10, skip = () => false}: NearestOptions = {}
): Neighbour[] {
  const dimensions = query.length;
  if (dimensions === 0 || vectors.length % dimensions !== 0)
    throw new RangeError(
      `vector length mismatch: ${vectors.length} numbers are no rows of ${dimensions}`
    );
  if (!hasVector(query, dimensions, 0)) return [];
  const best: Neighbour[] = [];
  for (let row = 0; row * dimensions < vectors.length; ++row) {
    if (skip(row)) continue;
    const score = dot(query, vectors, row * dimensions);
    if (best.length === top && !(score > (best[top - 1]?.score ?? Infinity))) continue;
    if (score === 0 && !hasVector(vectors, dimensions, row)) continue;
    insert(best, {row, score}, top);
  }
  return best;
}

function dot(query: Float32Array, vectors: Float32Array, offset: number): number {
  let sum = 0;
  for (let i = 0; i < query.length; ++i) sum += query[i]! * vectors[offset + i]!;
  return sum;
}

function insert(best: Neighbour[], neighbour: Neighbour, top: number): void {
  let at = best.length;
  while (at > 0 && best[at - 1]!.score < neighbour.score) --at;
  best.splice(at, 0, neighbour);
  if (best.length > top) best.pop();
}
