import {Random} from "../lib/random.ts";
import type {Edges} from "./fuzzy-set.ts";

/** Rounds of power iteration: enough for a start, far from exact. */
const ROUNDS = 150;
/** The start reaches from -10 to 10, as in the authors' programs. */
const REACH = 10;
const NOISE = 0.05;

/**
 * Places to begin with: about the two smoothest functions on the graph that are not constant (eigenvectors of its normalised
 * Laplacian, by power iteration from seeded noise). Parts of the graph without an edge between them each get a place of their
 * own, by chance. size × 2 numbers, from -10 to 10.
 */
export async function startSpectrally(
  edges: Edges,
  seed: number,
  pause: () => Promise<void> | undefined
): Promise<Float32Array> {
  const {size, starts, weights} = edges;
  const random = new Random(`layout/${seed}`);
  const roots = new Float64Array(size);
  for (let row = 0; row < size; ++row) {
    let degree = 0;
    for (let i = starts[row]!; i < starts[row + 1]!; ++i) degree += weights[i]!;
    roots[row] = Math.sqrt(degree);
  }
  const constant = toUnit(roots.slice());
  const axes = [0, 1].map(() => Float64Array.from(roots, (root) => random.between(-1, 1) * root));
  const next = new Float64Array(size);
  for (let round = 0; round < ROUNDS; ++round) {
    for (const [i, axis] of axes.entries()) {
      await pause();
      step(edges, roots, axis, next);
      for (const other of [constant, ...axes.slice(0, i)]) removePart(next, other);
      axis.set(toUnit(next));
    }
  }
  const places = new Float32Array(2 * size);
  for (const [i, axis] of axes.entries()) {
    const smooth = axis.map((value, row) => (roots[row]! > 0 ? value / roots[row]! : 0));
    const largest = smooth.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    const scale = largest > 0 ? REACH / largest : 0;
    for (let row = 0; row < size; ++row)
      places[2 * row + i] = smooth[row]! * scale + random.normal(0, NOISE);
  }
  return places;
}

/** One round of (1 + D^-1/2 W D^-1/2) / 2, whose eigenvalues lie between 0 and 1. */
function step(
  {size, starts, ends, weights}: Edges,
  roots: Float64Array,
  from: Float64Array,
  into: Float64Array
): void {
  for (let row = 0; row < size; ++row) {
    let sum = 0;
    for (let i = starts[row]!; i < starts[row + 1]!; ++i)
      sum += (weights[i]! * from[ends[i]!]!) / roots[ends[i]!]!;
    into[row] = (from[row]! + (roots[row]! > 0 ? sum / roots[row]! : 0)) / 2;
  }
}

function removePart(vector: Float64Array, unit: Float64Array): void {
  let part = 0;
  for (let i = 0; i < unit.length; ++i) part += vector[i]! * unit[i]!;
  for (let i = 0; i < unit.length; ++i) vector[i]! -= part * unit[i]!;
}

function toUnit(vector: Float64Array): Float64Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  if (length > 0) for (let i = 0; i < vector.length; ++i) vector[i]! /= length;
  return vector;
}
