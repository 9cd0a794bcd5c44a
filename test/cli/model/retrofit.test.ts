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

test("retrofit(table, neighbours) turns rows towards neighbours that are somewhat alike, and keeps all lengths", () => {
  const rows = [
    [3, 0],
    [2, 2],
    [0, -2],
    [-4, 0.5],
    [0, 0]
  ];
  const table = Float32Array.from(rows.flat());
  retrofit(table, [[1, 3], [0], [], [0, 2], [0]]);
  const turned = rows.map((_, id) => [table[id * 2]!, table[id * 2 + 1]!]);
  const lengthOf = (row: number[]): string => Math.hypot(...row).toFixed(5);
  expect(turned.map(lengthOf)).toEqual(rows.map(lengthOf));
  const [first, second, ...others] = turned;
  expect(first![1]! / first![0]!).toBeGreaterThan(0.2);
  expect(second![1]! / second![0]!).toBeLessThan(0.8);
  others.flat().forEach((value, i) => expect(value).toBeCloseTo(rows.slice(2).flat()[i]!, 5));
});
