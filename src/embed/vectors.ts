/** A view of one row of a row-major matrix; no copy. */
export function vectorAt(vectors: Float32Array, dimensions: number, row: number): Float32Array {
  return vectors.subarray(row * dimensions, (row + 1) * dimensions);
}

/** Whether the row holds a vector; a text without tokens has none, and its row is all zeros. */
export function hasVector(vectors: Float32Array, dimensions: number, row: number): boolean {
  return vectorAt(vectors, dimensions, row).some((value) => value !== 0);
}

/** Scales `vector` to length 1 in place. What has no length, or is not a number, becomes all zeros. */
export function normalise(vector: Float32Array): void {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  if (!(length > 0 && length < Infinity)) return void vector.fill(0);
  for (let i = 0; i < vector.length; ++i) vector[i]! /= length;
}
