import {expect, test} from "vitest";
import {fillUntaught} from "../../../src/cli/model/untaught.ts";

const TOKENS = ["a", "##a", "word", "long", "ж", "##ж"];

test("fillUntaught(table, tokens, taught) gives random rows the length of taught ones, and twins their twin's row", () => {
  const table = Float32Array.of(0, 3, 1, 0, 4, 0, 0, 5, 1, 0, 0, 2);
  fillUntaught(table, TOKENS, new Set([0, 2, 3]));
  const rows = TOKENS.map((_, id) => [...table.subarray(2 * id, 2 * id + 2)]);
  expect(rows).toEqual([
    [0, 3],
    [0, 3],
    [4, 0],
    [0, 5],
    [4, 0],
    [4, 0]
  ]);
});
