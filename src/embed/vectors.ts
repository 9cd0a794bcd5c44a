/** A view of one row of a row-major matrix; no copy. */
export function vectorAt(vectors: Float32Array, dimensions: number, row: number): Float32Array {
  return vectors.subarray(row * dimensions, (row + 1) * dimensions);
}

/** Whether the row holds a vector; a text without tokens has none, and its row is all zeros. */
export function hasVector(vectors: Float32Array, dimensions: number, row: number): boolean {
  return vectorAt(vectors, dimensions, row).some((value) => value !== 0);
}

/** Copies a row of one row-major matrix to a row of another; no view is made for it. */
export function copyRow(
  from: Float32Array,
  fromRow: number,
  to: Float32Array,
  toRow: number,
  dimensions: number
): void {
  const [source, target] = [fromRow * dimensions, toRow * dimensions];
  for (let i = 0; i < dimensions; ++i) to[target + i] = from[source + i]!;
}

/**
 * Scales the numbers from `start` to `end` to length 1 in place; all of them where these are left out. What has no length,
 * or is not a number, becomes all zeros.
 */
export function normalise(vector: Float32Array, start = 0, end = vector.length): void {
  let squares = 0;
  for (let i = start; i < end; ++i) squares += vector[i]! * vector[i]!;
  const length = Math.sqrt(squares);
  if (!(length > 0 && length < Infinity)) return void vector.fill(0, start, end);
  for (let i = start; i < end; ++i) vector[i]! /= length;
}
