import {expect, test} from "vitest";
import {VectorScan} from "../../../src/lib/vectors/vector-scan.ts";
import {findExactly, toRecall} from "./exact-neighbours.ts";
import {makeVectors} from "./make-vectors.ts";

const DIMENSIONS = 96;
const vectors = makeVectors(3000, DIMENSIONS, {withZeros: true});

function vectorAt(row: number): Float32Array {
  return vectors.slice(row * DIMENSIONS, (row + 1) * DIMENSIONS);
}

function scanOf(rows: Float32Array, keepsFloats = true): VectorScan {
  const scan = new VectorScan(DIMENSIONS, {keepsFloats});
  scan.add(rows);
  return scan;
}

test.each([
  [true, 0.999],
  [false, 0.97]
])("nearest(query) finds what a plain loop finds (float32 kept: %s)", (keepsFloats, least) => {
  const scan = scanOf(vectors, keepsFloats);
  let recall = 0;
  for (let row = 0; row < 3000; row += 75) {
    const skip = (other: number): boolean => other === row || other % 7 === 0;
    const found = scan.nearest(vectorAt(row), {top: 10, skip});
    const expected = findExactly(vectorAt(row), vectors, 10, skip);
    recall += toRecall(
      found.map((neighbour) => neighbour.row),
      expected
    );
    found.forEach(({score}, i) => expect(score).toBeCloseTo(expected[i]!.score, 2));
  }
  expect(recall / 40).toBeGreaterThan(least);
});

test("add(vectors) gives rows that were added bit by bit the same answers", () => {
  const scan = scanOf(vectors.slice(0, 5 * DIMENSIONS));
  for (let row = 5; row < 3000; row += 599)
    scan.add(vectors.subarray(row * DIMENSIONS, Math.min(3000, row + 599) * DIMENSIONS));
  expect(scan.size).toBe(3000);
  expect(scan.nearest(vectorAt(0))).toEqual(scanOf(vectors).nearest(vectorAt(0)));
});

test("nearestInTurns(query) gives way to others that ask or add in between, and answers the same", async () => {
  const scan = scanOf(vectors);
  const expected = [1, 2].map((row) => scan.nearest(vectorAt(row)));
  let turns = 0;
  const ask = (row: number): ReturnType<VectorScan["nearestInTurns"]> =>
    scan.nearestInTurns(vectorAt(row), {}, () => {
      ++turns;
      return Promise.resolve();
    });
  const answers = Promise.all([ask(1), ask(2)]);
  scan.nearest(vectorAt(3));
  scan.add(new Float32Array(2000 * DIMENSIONS));
  expect(await answers).toEqual(expected);
  expect(turns).toBe(6);
});

test("put(row, vector) replaces a row, and remove(row) makes it no answer", () => {
  const scan = scanOf(vectors);
  expect(scan.nearest(vectorAt(2), {top: 1})[0]!.row).toBe(2);
  scan.put(2999, vectorAt(2));
  scan.remove(2);
  expect(scan.has(2)).toBe(false);
  const found = scan.nearest(vectorAt(2), {top: 3000});
  expect(found[0]).toMatchObject({row: 2999});
  expect(found[0]!.score).toBeCloseTo(1);
  expect(found.map(({row}) => row)).not.toContain(2);
  expect(() => scan.put(3000, vectorAt(0))).toThrow("vector row not there: 3000 (there are 3000)");
});

test("nearest(query) answers neither with rows without a vector nor to a query without one", () => {
  const scan = scanOf(vectors);
  expect(scan.nearest(new Float32Array(DIMENSIONS))).toEqual([]);
  expect(scan.nearest(vectorAt(0), {top: 3000})).toHaveLength(2700);
  expect(new VectorScan(DIMENSIONS).nearest(vectorAt(0))).toEqual([]);
  expect(scanOf(Float32Array.from(vectorAt(0), () => NaN)).nearest(vectorAt(0))).toEqual([]);
});

test("nearest(query) keeps the order of rows that are equal", () => {
  const scan = new VectorScan(DIMENSIONS);
  for (let i = 0; i < 200; ++i) scan.add(vectorAt(0));
  expect(scan.nearest(vectorAt(0), {top: 3}).map(({row}) => row)).toEqual([0, 1, 2]);
});

test("a vector of another length is refused", () => {
  const scan = scanOf(vectors);
  expect(() => scan.nearest(new Float32Array(5))).toThrow(
    "vector length mismatch: 5 numbers, rows have 96"
  );
  expect(() => scan.add(new Float32Array(97))).toThrow(
    "vector length mismatch: 97 numbers are no rows of 96"
  );
});
