import {expect, test} from "vitest";
import {toColumnNames} from "../../src/lib/column-names.ts";
import {toUniqueNames} from "../../src/lib/unique-names.ts";

test("toUniqueNames(names) numbers what is there already, whatever its case", () => {
  expect(toUniqueNames(["a", "a", "A", "b"])).toEqual(["a", "a_1", "A_2", "b"]);
  expect(toUniqueNames(["a", "a", "a_1"])).toEqual(["a", "a_2", "a_1"]);
  expect(toUniqueNames([])).toEqual([]);
});

test("toColumnNames(names) leaves no name empty, padded, or with a zero in it", () => {
  expect(toColumnNames([" a ", "", "  ", "b\0"])).toEqual(["a", "column1", "column2", "b"]);
});
