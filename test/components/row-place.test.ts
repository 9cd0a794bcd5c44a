import {expect, test} from "vitest";
import {toRowPlace} from "../../components/row-place.ts";

test("toRowPlace(table, row) counts rows of the lake's tables from 1, and names none of an imported table by a number", () => {
  expect(toRowPlace("people", 0)).toBe("people, row 1");
  expect(toRowPlace("raw.people", 0)).toBe("a row of raw.people");
});
