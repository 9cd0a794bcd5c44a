import {expect, test} from "vitest";
import type {EncodedSource} from "../../../src/cli/model/encode.ts";
import {countTokens, weighTokens} from "../../../src/cli/model/token-weights.ts";
import {Random} from "../../../src/lib/random.ts";

const COMMON = 996;
const COUNTS = countTokens(
  [{ids: Uint16Array.from({length: 1000}, (_, i) => (i < COMMON ? 0 : 1))} as EncodedSource],
  4
);

function weigh(tokens: string[], rows: number[][]): number[][] {
  const table = Float32Array.from(rows.flat());
  weighTokens(table, tokens, {counts: COUNTS, random: new Random("test")});
  return rows.map(({length}, id) => [...table.subarray(id * length, (id + 1) * length)]);
}

const lengthOf = (row: number[]): number => Math.hypot(...row);

test("weighTokens(table, tokens, {counts}) shortens a row by how frequent its token is, and brings lengths together", () => {
  expect([...COUNTS]).toEqual([COMMON, 1000 - COMMON, 0, 0]);
  const unit = [0.6, 0.8];
  const rows = weigh(["the", "inn", "oboe", "kazoo"], [unit, unit, unit, [60, 80]]);
  // 0.004 / (0.004 + 0.996), then half, then whole, then a hundred times as long as it was
  expect(rows.map((row) => +lengthOf(row).toFixed(4))).toEqual([
    0.004,
    0.5,
    1,
    +(100 ** 0.6).toFixed(4)
  ]);
  for (const [x, y] of rows) expect(y! / x!).toBeCloseTo(4 / 3, 4);
});

test("weighTokens(table, tokens, {counts}) makes numbers longer and less alike, in digits and in words", () => {
  const row = [...new Float32Array(64).fill(1 / 8)];
  const rows = weigh(["[PAD]", "oboe", "##42", "seven"], [row.map(() => 0), row, row, row]);
  expect(rows.map((each) => +lengthOf(each).toFixed(4))).toEqual([0, 0.5, 1.7, 1.7]);
  const [, , one, other] = rows;
  const cosine = one!.reduce((sum, value, i) => sum + value * other![i]!, 0) / 1.7 ** 2;
  expect(cosine).toBeGreaterThan(0.2);
  expect(cosine).toBeLessThan(0.8);
});
