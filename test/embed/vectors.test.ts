import {expect, test} from "vitest";
import {hasVector, normalise, vectorAt} from "../../src/embed/vectors.ts";

test("normalise(vector) gives it length 1", () => {
  const vector = Float32Array.of(3, 4);
  normalise(vector);
  expect([...vector]).toEqual([Math.fround(0.6), Math.fround(0.8)]);
});

test("normalise(vector) zeroes what has no direction", () => {
  for (const numbers of [
    [0, 0],
    [NaN, 1],
    [Infinity, 1]
  ]) {
    const vector = Float32Array.from(numbers);
    normalise(vector);
    expect([...vector]).toEqual([0, 0]);
  }
});

test("vectorAt(vectors, dimensions, row) is a view, and hasVector tells whether it holds one", () => {
  const vectors = Float32Array.of(0, 0, 0, 1);
  expect([...vectorAt(vectors, 2, 1)]).toEqual([0, 1]);
  expect(vectorAt(vectors, 2, 1).buffer).toBe(vectors.buffer);
  expect([hasVector(vectors, 2, 0), hasVector(vectors, 2, 1)]).toEqual([false, true]);
});
