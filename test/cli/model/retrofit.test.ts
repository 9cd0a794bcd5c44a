import {expect, test} from "vitest";
import {findNeighbours, retrofit} from "../../../src/cli/model/retrofit.ts";

test("findNeighbours(tokens, substitutes) joins synonyms and the words of one stem, never a word with itself", () => {
  const tokens = ["arrive", "arrival", "come", "##arrive", "car", "cars"];
  const substitutes = new Map([
    [0, [2, 1]],
    [2, [0]]
  ]);
  expect(findNeighbours(tokens, substitutes)).toEqual([[2, 1], [0], [0], [], [], []]);
});

test("retrofit(table, neighbours) turns rows towards their neighbours and keeps their lengths", () => {
  const table = Float32Array.of(3, 0, 0, 4, 0, -2, 0, 0);
  retrofit(table, [[1], [0], [], [0]]);
  const rows = [0, 1, 2, 3].map((id) => [table[id * 2]!, table[id * 2 + 1]!]);
  expect(rows.slice(0, 3).map((row) => +Math.hypot(...row).toFixed(5))).toEqual([3, 4, 2]);
  const [x, y] = rows[0]!;
  expect(x).toBeGreaterThan(y!);
  expect(y).toBeGreaterThan(1);
  expect(rows[2]).toEqual([0, -2]);
  expect(rows[3]!.every(Number.isFinite)).toBe(true);
});
