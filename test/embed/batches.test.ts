import {expect, test} from "vitest";
import {toBatches} from "../../src/embed/batches.ts";

test("toBatches(texts) holds every text once, shortest first", () => {
  const batches = toBatches(["ccc", "a", "bb"]);
  expect(batches).toEqual([[1, 2, 0]]);
});

test("toBatches(texts) bounds the texts of a batch", () => {
  const batches = toBatches(Array.from({length: 150}, () => "a"));
  expect(batches.map((batch) => batch.length)).toEqual([64, 64, 22]);
});

test("toBatches(texts) bounds the characters of a batch, yet gives every text a place", () => {
  const batches = toBatches(["a".repeat(20_000), "b".repeat(20_000), "c".repeat(50_000), "d"]);
  expect(batches).toEqual([[3], [0], [1], [2]]);
});

test("toBatches([]) is empty", () => {
  expect(toBatches([])).toEqual([]);
});
