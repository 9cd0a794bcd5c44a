import {InferenceSession, Tensor} from "onnxruntime-node";
import {expect, test} from "vitest";
import {exportOnnx} from "../../../src/cli/model/export-onnx.ts";
import {dequantise, quantise} from "../../../src/cli/model/quantise.ts";
import {Random} from "../../../src/lib/random.ts";

const DIMENSIONS = 16;

function toTable(rows: number): Float32Array {
  const random = new Random("table");
  return Float32Array.from(
    {length: rows * DIMENSIONS},
    (_, i) => random.normal() * (i < DIMENSIONS ? 0 : 1)
  );
}

test("quantise(table) keeps the direction of every row, and zeros as zeros", () => {
  const table = toTable(50);
  const rounded = dequantise(quantise(table, DIMENSIONS));
  expect([...rounded.subarray(0, DIMENSIONS)]).toEqual(new Array(DIMENSIONS).fill(0));
  for (let row = 1; row < 50; ++row) {
    const [a, b] = [table, rounded].map((values) =>
      values.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS)
    );
    const dot = a!.reduce((sum, value, i) => sum + value * b![i]!, 0);
    expect(dot / Math.hypot(...a!) / Math.hypot(...b!)).toBeGreaterThan(0.98);
  }
});

test("quantise(table) clips a number that stands out, where that leaves the smaller error", () => {
  const row = Float32Array.from({length: 64}, (_, i) => (i === 0 ? 9 : i % 2 ? 1 : -1));
  const errorOf = (values: Float32Array): number =>
    values.reduce((sum, value, i) => sum + (value - row[i]!) ** 2, 0);
  const rounded = dequantise(quantise(row, row.length));
  expect(rounded[0]).toBeLessThan(8.5);
  // at the scale that reaches the largest number, 9 / 7, all others round to 9 / 7
  expect(errorOf(rounded)).toBeLessThan(
    errorOf(row.map((value, i) => (i === 0 ? 9 : (value * 9) / 7)))
  );
});

test("quantise(table) is done: what it gives is left as it is", () => {
  const once = dequantise(quantise(toTable(20), DIMENSIONS));
  const twice = dequantise(quantise(once, DIMENSIONS));
  twice.forEach((value, i) => expect(value).toBeCloseTo(once[i]!, 2));
});

test("exportOnnx(packed) is a graph that looks up and unpacks the rows", async () => {
  const packed = quantise(toTable(50), DIMENSIONS);
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
