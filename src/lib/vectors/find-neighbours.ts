import {createPause} from "../pause.ts";
import type {NeighbourGraph, NeighbourOptions} from "./neighbour-graph.ts";

/**
 * The k nearest rows of each row, by cosine. `vectors` are rows × dimensions numbers, of length 1 or all zeros (no vector:
 * such a row has no neighbours and is nobody's). Equal similarities keep the order of the rows, so that the same input
 * gives the same graph, to the bit.
 */
export async function findNeighbours(
  vectors: Float32Array,
  dimensions: number,
  {k, signal, onProgress}: NeighbourOptions
): Promise<NeighbourGraph> {
  const size = dimensions === 0 ? 0 : vectors.length / dimensions;
  const width = Math.max(0, Math.min(k, size - 1));
  const neighbours = new Int32Array(size * width).fill(-1);
  const similarities = new Float32Array(size * width);
  const has = Uint8Array.from({length: size}, (_, row) =>
    vectors.subarray(row * dimensions, (row + 1) * dimensions).some((value) => value !== 0) ? 1 : 0
  );
  const pause = createPause(signal);
  for (let row = 0; row < size; ++row) {
    await pause();
    if (has[row] === 1) fillRow(vectors, dimensions, has, row, width, neighbours, similarities);
    onProgress?.(row + 1, size);
  }
  return {size, k: width, neighbours, similarities};
}

function fillRow(
  vectors: Float32Array,
  dimensions: number,
  has: Uint8Array,
  row: number,
  width: number,
  neighbours: Int32Array,
  similarities: Float32Array
): void {
  const start = row * width;
  let count = 0;
  for (let other = 0; other < has.length; ++other) {
    if (other === row || has[other] === 0) continue;
    let sum = 0;
    for (let i = 0; i < dimensions; ++i)
      sum += vectors[row * dimensions + i]! * vectors[other * dimensions + i]!;
    const score = Math.fround(sum);
    if (count === width && !(score > similarities[start + width - 1]!)) continue;
    let at = count < width ? count++ : width - 1;
    for (; at > 0 && similarities[start + at - 1]! < score; --at) {
      similarities[start + at] = similarities[start + at - 1]!;
      neighbours[start + at] = neighbours[start + at - 1]!;
    }
    similarities[start + at] = score;
    neighbours[start + at] = other;
  }
}
