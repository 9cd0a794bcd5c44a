import {expect, test} from "vitest";
import {toGridPlace, toPosition} from "../../src/model/grid.ts";

test.each<[position: string, row: number, column: number, exact: string]>([
  ["B7", 2, 7, "B7"],
  [" b 07 ", 2, 7, "B7"],
  ["Z1", 26, 1, "Z1"],
  ["AA10", 27, 10, "AA10"],
  ["AZ3", 52, 3, "AZ3"],
  ["BA3", 53, 3, "BA3"]
])("toGridPlace(%j) is row %i, column %i", (position, row, column, exact) => {
  expect(toGridPlace(position)).toEqual({row, column});
  expect(toPosition({row, column})).toBe(exact);
});

test.each(["", "7B", "B", "7", "B0", "B-1", "B1.5", "É1", "B7 C8"])(
  "toGridPlace(%j) is no place",
  (position) => {
    expect(toGridPlace(position)).toBeUndefined();
  }
);
