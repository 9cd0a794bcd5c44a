import {expect, test} from "vitest";
import {toColumnReader} from "../../src/model/query-result.ts";
import {createRowFinder} from "../../src/workspace/row-source.ts";

const PARTS = [
  {table: "t", file: "b.csv", sha256: "b", firstRow: 10, rows: 5},
  {table: "t", file: "a.csv", sha256: "a", firstRow: 0, rows: 10},
  {table: "other", file: "c.csv", sha256: "c", firstRow: 0, rows: 100}
];

test("createRowFinder(provenance, parts) finds the file and the row in it", () => {
  const find = createRowFinder(
    {table: "t", rowids: toColumnReader([0, 9, 10n, 14, 15, null])},
    PARTS
  );
  expect([0, 1, 2, 3, 4, 5].map(find)).toEqual([
    {table: "t", file: "a.csv", sha256: "a", row: 0},
    {table: "t", file: "a.csv", sha256: "a", row: 9},
    {table: "t", file: "b.csv", sha256: "b", row: 0},
    {table: "t", file: "b.csv", sha256: "b", row: 4},
    null,
    null
  ]);
  expect(createRowFinder({table: "unknown", rowids: toColumnReader([0])}, PARTS)(0)).toBeNull();
  expect(createRowFinder(undefined, PARTS)(0)).toBeNull();
});
