import {expect, test} from "vitest";
import {toEntryType} from "../../src/model/entry-type.ts";
import {toStoredFields, toTags, toTitle} from "../../src/store/draft.ts";

const TYPE = toEntryType({name: "freezer_box", titleField: "name"});

test.each<[fields: Record<string, unknown>, title: string]>([
  [{name: "Box 1"}, "Box 1"],
  [{name: " a\n b\u00a0 c "}, "a b c"],
  [{name: 7}, "7"],
  [{name: false}, "false"],
  [{name: ["a", 1]}, '["a",1]'],
  [{name: null, note: " ", where: "shelf"}, "shelf"],
  [{}, "Untitled freezer box"],
  [{constructor: "x"}, "x"],
  [{name: "<b>&amp;"}, "<b>&amp;"]
])("toTitle(%j) is %j", (fields, title) => {
  expect(toTitle(fields, TYPE)).toBe(title);
});

test("toTitle(fields) of an endless text ends in time", () => {
  const title = toTitle({name: "x".repeat(10_000_000)}, TYPE);
  expect(title).toHaveLength(300);
  expect(title.endsWith("…")).toBe(true);
});

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

test("toTitle(fields) looks for no field that every object has", () => {
  expect(toTitle({}, {...TYPE, titleField: "constructor"})).toBe("Untitled freezer box");
});

test("toTags(tags) drops blanks and doubles", () => {
  expect(toTags([" a", "b", "a ", "", "  "])).toEqual(["a", "b"]);
});
