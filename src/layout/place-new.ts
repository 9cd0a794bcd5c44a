import {Random} from "../lib/random.ts";
import type {Edges} from "./fuzzy-set.ts";

/** From row to row: so far a place is handed on to rows whose neighbours are all new. */
const ROUNDS = 8;
/** Of rows at one place, so that they can part. */
const NOISE = 0.002;

/**
 * Gives rows without a place (NaN) the mean place of their neighbours, by weight, and those without any placed neighbour a
 * place by chance. Rows that have a place keep it, to the bit. size × 2 numbers.
 */
export function placeNew(edges: Edges, start: Float32Array, seed: number): Float32Array {
  const random = new Random(`new places/${seed}`);
  const places = start.slice();
  for (let round = 0; round < ROUNDS; ++round) {
    const before = places.slice();
    let isWhole = true;
    for (let row = 0; row < edges.size; ++row) {
      if (!Number.isNaN(start[2 * row]!)) continue;
      placeRow(edges, before, places, row);
      isWhole &&= !Number.isNaN(places[2 * row]!);
    }
    if (isWhole) break;
  }
  for (let i = 0; i < places.length; ++i) {
    if (!Number.isNaN(start[i]!)) continue;
    const place = Number.isNaN(places[i]!) ? random.between(-1, 1) : places[i]!;
    places[i] = place + random.normal(0, NOISE);
  }
  return places;
}

function placeRow(
  {starts, ends, weights}: Edges,
  before: Float32Array,
  places: Float32Array,
  row: number
): void {
  let [x, y, sum] = [0, 0, 0];
  for (let i = starts[row]!; i < starts[row + 1]!; ++i) {
    const other = ends[i]!;
    if (Number.isNaN(before[2 * other]!)) continue;
    x += weights[i]! * before[2 * other]!;
    y += weights[i]! * before[2 * other + 1]!;
    sum += weights[i]!;
  }
  if (sum === 0) return;
  places[2 * row] = x / sum;
  places[2 * row + 1] = y / sum;
}
