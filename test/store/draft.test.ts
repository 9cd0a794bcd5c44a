import {expect, test} from "vitest";
import {toStoredFields, toTags} from "../../src/store/draft.ts";

test("toStoredFields(fields) keeps what JSON can hold and refuses what nothing can", () => {
  expect(
    toStoredFields({a: undefined, b: Infinity, c: new Date(NaN), d: 1n, e: {f: new Date(0)}})
  ).toEqual({
    b: null,
    c: null,
    d: "1",
    e: {f: "1970-01-01T00:00:00.000Z"}
  });
  expect(() => toStoredFields({s: Symbol("x")})).toThrow(
    "field value cannot be kept: s is a symbol"
  );
});

test("toTags(tags) drops blanks and doubles", () => {
  expect(toTags([" a", "b", "a ", "", "  "])).toEqual(["a", "b"]);
});
