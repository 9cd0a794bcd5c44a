import {expect, test} from "vitest";
import {layOut} from "../../src/layout/lay-out.ts";
import type {Layout} from "../../src/layout/layout.ts";
import {findNeighbours} from "../../src/lib/vectors/find-neighbours.ts";
import type {NeighbourGraph} from "../../src/lib/vectors/neighbour-graph.ts";
import {makeVectors} from "../lib/vectors/make-vectors.ts";
import {LAYOUT_DIGEST, digestLayouts} from "./layout-digest.ts";

const DIMENSIONS = 32;

async function toGraph(vectors: Float32Array, k = 15): Promise<NeighbourGraph> {
  return findNeighbours(vectors, DIMENSIONS, {k});
}

function distance(layout: Layout, a: number, b: number): number {
  return Math.hypot(layout[2 * a]! - layout[2 * b]!, layout[2 * a + 1]! - layout[2 * b + 1]!);
}

/** The share of each row's ten nearest that are among its thirty nearest in the plane. */
function measurePreservation({size, k, neighbours}: NeighbourGraph, layout: Layout): number {
  let kept = 0;
  for (let row = 0; row < size; row += 5) {
    const near = Array.from({length: size}, (_, other) => other)
      .filter((other) => other !== row)
      .sort((a, b) => distance(layout, row, a) - distance(layout, row, b))
      .slice(0, 30);
    for (const other of neighbours.subarray(row * k, row * k + 10))
      if (near.includes(other)) ++kept;
  }
  return kept / ((size / 5) * 10);
}

function isInSquare(layout: Layout): boolean {
  return layout.every((place) => place >= -1 && place <= 1);
}

test("layOut(graph) keeps neighbours near, within -1 and 1, and gives the same places again", async () => {
  const graph = await toGraph(makeVectors(300, DIMENSIONS));
  const layout = await layOut({graph, seed: 1});
  expect(layout).toHaveLength(600);
  expect(isInSquare(layout)).toBe(true);
  expect(Math.max(...layout.map(Math.abs))).toBeCloseTo(1);
  expect(measurePreservation(graph, layout)).toBeGreaterThan(0.85);
  expect(await layOut({graph, seed: 1})).toEqual(layout);
  expect(await layOut({graph, seed: 2})).not.toEqual(layout);
});

test("layOut(graph) gives the places that it gave when this was written", async () => {
  expect(await digestLayouts()).toBe(LAYOUT_DIGEST);
});

test("layOut(graph, start) puts new rows to their neighbours, and moves old ones little", async () => {
  const graph = await toGraph(makeVectors(300, DIMENSIONS));
  const whole = await layOut({graph, seed: 1});
  const isNew = (row: number): boolean => row % 5 === 0;
  const start = whole.map((place, i) => (isNew(i >> 1) ? NaN : place));
  const layout = await layOut({graph, seed: 1, start});
  const moved = Array.from({length: 300}, (_, row) => row)
    .filter((row) => !isNew(row))
    .map((row) =>
      Math.hypot(layout[2 * row]! - whole[2 * row]!, layout[2 * row + 1]! - whole[2 * row + 1]!)
    )
    .sort((a, b) => a - b);
  expect(moved[120]).toBeLessThan(0.05);
  expect(moved.at(-1)).toBeLessThan(0.3);
  expect(isInSquare(layout)).toBe(true);
  expect(measurePreservation(graph, layout)).toBeGreaterThan(0.85);
});

test("layOut(graph) puts rows without neighbours at the rim, apart from the others", async () => {
  const graph = await toGraph(makeVectors(200, DIMENSIONS, {withZeros: true}));
  const layout = await layOut({graph, seed: 1});
  for (let row = 3; row < 200; row += 10)
    expect(Math.hypot(layout[2 * row]!, layout[2 * row + 1]!)).toBeCloseTo(1);
  expect(isInSquare(layout)).toBe(true);
});

test("layOut(graph) keeps parts without an edge between them apart", async () => {
  const two = new Float32Array(200 * DIMENSIONS);
  const some = makeVectors(100, DIMENSIONS / 2, {centres: 1});
  for (let row = 0; row < 200; ++row)
    two.set(
      some.subarray((row % 100) * 16, ((row % 100) + 1) * 16),
      row * DIMENSIONS + (row < 100 ? 0 : 16)
    );
  const layout = await layOut({graph: await toGraph(two), seed: 3});
  const middles = [0, 100].map((first) =>
    [0, 1].map((axis) => {
      let sum = 0;
      for (let row = first; row < first + 100; ++row) sum += layout[2 * row + axis]! / 100;
      return sum;
    })
  );
  expect(
    Math.hypot(middles[0]![0]! - middles[1]![0]!, middles[0]![1]! - middles[1]![1]!)
  ).toBeGreaterThan(0.5);
});

test("layOut(graph, start) takes half a place for none", async () => {
  const graph = await toGraph(makeVectors(40, DIMENSIONS));
  const start = new Float32Array(80).map((_, i) => (i % 9 < 2 ? NaN : (i % 7) / 10));
  expect(isInSquare(await layOut({graph, seed: 1, start}))).toBe(true);
});

test.each([
  ["no text", 0, 0],
  ["one text", 1, 1],
  ["two texts", 2, 1],
  ["equal texts", 60, 1],
  ["texts without vectors", 20, 0]
])("layOut(graph) of %s gives numbers within -1 and 1", async (_, size, value) => {
  const vectors = new Float32Array(size * DIMENSIONS);
  for (let row = 0; row < size; ++row) vectors[row * DIMENSIONS] = value;
  const layout = await layOut({graph: await toGraph(vectors), seed: 1});
  expect(layout).toHaveLength(2 * size);
  expect(isInSquare(layout)).toBe(true);
  if (size > 1) expect(new Set(layout).size).toBeGreaterThan(1);
});

test("layOut(graph) tells how far it is, stops when asked to, and refuses places of other rows", async () => {
  const graph = await toGraph(makeVectors(100, DIMENSIONS));
  const seen: (string | undefined)[] = [];
  await layOut(
    {graph, seed: 1},
    {onProgress: (done, total, step) => seen.push(`${step}: ${done} of ${total}`)}
  );
  expect(seen[0]).toBe("finding a start: 0 of 500");
  expect(seen.at(-1)).toBe("laying out: 500 of 500");
  await expect(layOut({graph, seed: 1}, {signal: AbortSignal.abort()})).rejects.toMatchObject({
    name: "AbortError"
  });
  await expect(layOut({graph, seed: 1, start: new Float32Array(4)})).rejects.toThrow(
    "places do not fit the rows: 4 numbers, 100 rows"
  );
});
