import {expect, test} from "vitest";
import {findNeighbours} from "../../../src/lib/vectors/find-neighbours.ts";
import {createPlainKernels} from "../../../src/lib/vectors/kernels-plain.ts";
import type {NeighbourGraph} from "../../../src/lib/vectors/neighbour-graph.ts";
import {findExactly, toRecall} from "./exact-neighbours.ts";
import {makeVectors} from "./make-vectors.ts";
import {NEIGHBOUR_DIGEST, digestNeighbours} from "./neighbour-digest.ts";

const DIMENSIONS = 64;
const vectors = makeVectors(2000, DIMENSIONS, {withZeros: true});
const BY_LISTS = {compareAllRows: 0};

function measureRecall({k, neighbours}: NeighbourGraph): number {
  let recall = 0;
  for (let row = 0; row < 2000; row += 50) {
    const query = vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
    const expected = findExactly(query, vectors, k, (other) => other === row);
    recall += toRecall(neighbours.subarray(row * k, (row + 1) * k), expected);
  }
  return recall / 40;
}

test("findNeighbours(vectors) finds what a plain loop finds, and by lists hardly less", async () => {
  expect(measureRecall(await findNeighbours(vectors, DIMENSIONS, {k: 15}))).toBeGreaterThan(0.999);
  const byLists = await findNeighbours(vectors, DIMENSIONS, {k: 15}, BY_LISTS);
  expect(measureRecall(byLists)).toBeGreaterThan(0.95);
});

test("findNeighbours(vectors) gives rows without a vector no neighbours, and them to nobody", async () => {
  const {neighbours, similarities} = await findNeighbours(vectors, DIMENSIONS, {k: 4});
  expect([...neighbours.subarray(3 * 4, 4 * 4)]).toEqual([-1, -1, -1, -1]);
  expect([...similarities.subarray(3 * 4, 4 * 4)]).toEqual([0, 0, 0, 0]);
  expect(neighbours.filter((row) => row % 10 === 3)).toEqual(new Int32Array());
});

test("findNeighbours(vectors) gives the same graph in WebAssembly, plain JavaScript and Chromium, to the bit", async () => {
  const graph = await findNeighbours(vectors, DIMENSIONS, {k: 15});
  const plain = await findNeighbours(
    vectors,
    DIMENSIONS,
    {k: 15},
    {
      createKernels: createPlainKernels
    }
  );
  expect(plain).toEqual(graph);
  expect(await digestNeighbours()).toBe(NEIGHBOUR_DIGEST);
});

test.each([undefined, BY_LISTS])(
  "findNeighbours(vectors) gives equal rows the first ones as neighbours (%o)",
  async (trial) => {
    const equal = new Float32Array(400 * DIMENSIONS);
    for (let row = 0; row < 400; ++row)
      equal.set(vectors.subarray(0, DIMENSIONS), row * DIMENSIONS);
    const {neighbours, similarities} = await findNeighbours(equal, DIMENSIONS, {k: 3}, trial);
    expect([...neighbours.subarray(0, 9)]).toEqual([1, 2, 3, 0, 2, 3, 0, 1, 3]);
    expect([...neighbours.subarray(1197)]).toEqual([0, 1, 2]);
    expect(similarities.every((score) => Math.abs(score - 1) < 1e-6)).toBe(true);
  }
);

test.each([
  ["no rows", 0, 0],
  ["one row", 1, 0],
  ["two rows", 2, 1]
])("findNeighbours(vectors) of %s has as many neighbours as there are", async (_, rows, k) => {
  for (const trial of [undefined, BY_LISTS]) {
    const few = vectors.slice(0, rows * DIMENSIONS);
    const graph = await findNeighbours(few, DIMENSIONS, {k: 15}, trial);
    expect(graph).toMatchObject({size: rows, k});
    expect([...graph.neighbours]).toEqual(rows === 2 ? [1, 0] : []);
  }
});

test("findNeighbours(vectors) of rows without vectors, or all but one, finds no neighbours", async () => {
  for (const trial of [undefined, BY_LISTS]) {
    const zeros = new Float32Array(5 * DIMENSIONS);
    for (let i = 0; i < 2; ++i) {
      const {neighbours} = await findNeighbours(zeros, DIMENSIONS, {k: 2}, trial);
      expect(new Set(neighbours)).toEqual(new Set([-1]));
      zeros[0] = 1;
    }
  }
});

test("findNeighbours(vectors) tells how far it is, and stops when asked to", async () => {
  const seen: number[] = [];
  await findNeighbours(vectors, DIMENSIONS, {k: 5, onProgress: (done) => seen.push(done)});
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBe(2000);
  const stopped = findNeighbours(vectors, DIMENSIONS, {k: 5, signal: AbortSignal.abort()});
  await expect(stopped).rejects.toMatchObject({name: "AbortError"});
});
