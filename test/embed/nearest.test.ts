import {expect, test} from "vitest";
import {nearest} from "../../src/embed/nearest.ts";

const VECTORS = Float32Array.of(1, 0, 0.6, 0.8, 0, 0, 0, 1, -1, 0);

test("nearest(query, vectors) orders rows by cosine, best first", () => {
  const found = nearest(Float32Array.of(0, 1), VECTORS);
  expect(found.map(({row}) => row)).toEqual([3, 1, 0, 4]);
  expect(found[1]!.score).toBeCloseTo(0.8);
});

test("nearest(query, vectors) never answers with a row that has no vector", () => {
  expect(nearest(Float32Array.of(1, 0), VECTORS).some(({row}) => row === 2)).toBe(false);
});

test("nearest(query, vectors) has no answer to a query without a vector", () => {
  expect(nearest(Float32Array.of(0, 0), VECTORS)).toEqual([]);
});

test("nearest(query, vectors, {top, skip}) leaves out what is skipped and keeps the best", () => {
  const found = nearest(Float32Array.of(0, 1), VECTORS, {top: 2, skip: (row) => row === 3});
  expect(found.map(({row}) => row)).toEqual([1, 0]);
});

test("nearest(query, vectors, {top: 0}) is empty", () => {
  expect(nearest(Float32Array.of(0, 1), VECTORS, {top: 0})).toEqual([]);
});

test("nearest(query, vectors) keeps the order of rows that score the same", () => {
  const same = Float32Array.of(1, 0, 1, 0, 1, 0);
  expect(nearest(Float32Array.of(1, 0), same, {top: 2}).map(({row}) => row)).toEqual([0, 1]);
});

test("nearest(query, vectors) refuses vectors of another length", () => {
  expect(() => nearest(new Float32Array(3), VECTORS)).toThrow(RangeError);
});

test("nearest(query, vectors) finds what a full sort finds", () => {
  const vectors = Float32Array.from({length: 1000 * 8}, (_, i) => Math.sin(i * i));
  const query = vectors.subarray(80, 88);
  const scores = Array.from({length: 1000}, (_, row) => {
    let sum = 0;
    for (let i = 0; i < 8; ++i) sum += query[i]! * vectors[row * 8 + i]!;
    return {row, score: sum};
  });
  expect(nearest(query, vectors, {top: 25})).toEqual(
    scores.sort((a, b) => b.score - a.score).slice(0, 25)
  );
});
