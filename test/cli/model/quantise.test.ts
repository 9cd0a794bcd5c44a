import {InferenceSession, Tensor} from "onnxruntime-node";
import {expect, test} from "vitest";
import {exportOnnx} from "../../../src/cli/model/export-onnx.ts";
import {GROUP, dequantise, quantise} from "../../../src/cli/model/quantise.ts";
import {Random} from "../../../src/lib/random.ts";

const DIMENSIONS = 16;

function toTable(rows: number): Float32Array {
  const random = new Random("table");
  return Float32Array.from(
    {length: rows * DIMENSIONS},
    (_, i) => random.normal() * (i < DIMENSIONS ? 0 : 1)
  );
}

const quantiseTable = (table: Float32Array) => quantise(table, DIMENSIONS, new Random("codebook"));

function toLikeness(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0) / Math.hypot(...a) / Math.hypot(...b);
}

test("quantise(table) keeps the direction and the length of every row, and zeros as zeros", () => {
  const table = toTable(300);
  const packed = quantiseTable(table);
  const rounded = dequantise(packed);
  expect(packed.codes).toHaveLength((300 * DIMENSIONS) / GROUP);
  expect(rounded.subarray(0, DIMENSIONS).every((value) => value === 0)).toBe(true);
  for (let row = 1; row < 300; ++row) {
    const [a, b] = [table, rounded].map((values) =>
      values.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS)
    );
    expect(toLikeness(a!, b!)).toBeGreaterThan(0.85);
    expect(Math.hypot(...b!) / Math.hypot(...a!)).toBeCloseTo(1, 0);
  }
  expect(toLikeness(table, rounded)).toBeGreaterThan(0.94);
});

test("quantise(table) loses nothing of a table of at most 256 different groups", () => {
  const random = new Random("groups");
  const table = Float32Array.from({length: 40 * DIMENSIONS}, () => (random.chance(0.5) ? 1 : -1));
  expect(dequantise(quantiseTable(table))).toEqual(table);
});

test("quantise(table) gives the same bytes for the same stream of chance", () => {
  expect(quantiseTable(toTable(100))).toEqual(quantiseTable(toTable(100)));
});

test("exportOnnx(packed) is a graph that looks up and unpacks the rows", async () => {
  const packed = quantiseTable(toTable(50));
  const expected = dequantise(packed);
  const session = await InferenceSession.create(exportOnnx(packed), {logSeverityLevel: 3});
  const ids = [3n, 0n, 49n, 7n, 7n, 1n];
  const {last_hidden_state: found} = await session.run({
    input_ids: new Tensor("int64", ids, [2, 3])
  });
  expect(found!.dims).toEqual([2, 3, DIMENSIONS]);
  const rows = ids.flatMap((id) => [
    ...expected.subarray(Number(id) * DIMENSIONS, (Number(id) + 1) * DIMENSIONS)
  ]);
  expect([...(found!.data as Float32Array)]).toEqual(rows);
  await session.release();
});
