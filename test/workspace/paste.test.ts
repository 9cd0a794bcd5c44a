import {describe, expect, test} from "vitest";
import {toEntryType} from "../../src/model/entry-type.ts";
import {checkRows} from "../../src/workspace/paste/check-rows.ts";
import {mapColumns} from "../../src/workspace/paste/map-columns.ts";
import {readPasted} from "../../src/workspace/paste/read-pasted.ts";

describe("readPasted(text, html)", () => {
  test("takes tabs, commas and semicolons, quotes and lines within them, and squares the rows", () => {
    expect(readPasted('a\tb\n1\t"two\nlines"\n\t\n3\n')).toEqual([
      ["a", "b"],
      ["1", "two\nlines"],
      ["3", ""]
    ]);
    expect(readPasted("a;b\n1,5;2")).toEqual([
      ["a", "b"],
      ["1,5", "2"]
    ]);
    expect(readPasted('name,note\r\nLamp,"old, red"')).toEqual([
      ["name", "note"],
      ["Lamp", "old, red"]
    ]);
    expect(readPasted(" \n")).toEqual([]);
  });

  test("prefers the table of the HTML, whose tags stay out", () => {
    const html =
      "<html><body><table><tr><th>Name</th><th colspan=2>Size</th></tr><tr><td>A &lt;b&gt;</td><td>1</td><td>2</td></tr></table>";
    expect(readPasted("Name\tSize", html)).toEqual([
      ["Name", "Size", ""],
      ["A <b>", "1", "2"]
    ]);
    expect(readPasted("a\tb", "<p>no table</p>")).toEqual([["a", "b"]]);
  });
});

const TYPE = toEntryType({
  name: "book",
  keyField: "isbn",
  schema: {
    type: "object",
    required: ["title"],
    properties: {
      title: {type: "string"},
      isbn: {type: "string"},
      page_count: {type: "integer", title: "Pages"},
      read: {type: "string", format: "date"},
      length: {type: "string", "x-lakebook": {kind: "span"}},
      author: {"x-lakebook": {kind: "reference", edge: {kind: "by", direction: "out"}}}
    }
  }
});

test("mapColumns(headings, schema) finds fields by name and label, folded, each once", () => {
  const headings = ["TITLE", "Pages [n]", "page count", "Réad", "author", "Shelf"];
  expect(mapColumns(headings, TYPE.schema)).toEqual([
    "title",
    "page_count",
    undefined,
    "read",
    undefined,
    undefined
  ]);
});

test("checkRows(rows, columns, type) reads cells as the fields want them and says what is wrong with each", async () => {
  const rows = [
    ["Emma", "1", "474", "29.2.2024", "6h 30m"],
    ["", "2", "many", "", ""],
    ["Emma again", "1", "", "soon", ""]
  ];
  const columns = ["title", "isbn", "page_count", "read", "length"];
  const [first, second, third] = await checkRows(rows, columns, TYPE);
  expect(first!.fields).toEqual({
    title: "Emma",
    isbn: "1",
    page_count: 474,
    read: "2024-02-29",
    length: "PT6H30M"
  });
  expect(first!.problems.size).toBe(0);
  expect(Object.fromEntries(second!.problems)).toEqual({
    title: "is required",
    page_count: "must be a whole number"
  });
  expect(Object.fromEntries(third!.problems)).toEqual({
    isbn: "is in row 1 too",
    read: "must be a date (year-month-day)"
  });
});

test("checkRows(rows, columns, type) of many rows gives others their turn, and stops when asked", async () => {
  const rows = Array.from({length: 10_000}, (_, i) => [`Book ${i}`, String(i), String(i)]);
  const columns = ["title", "isbn", "page_count"];
  let turns = 0;
  const done = checkRows(rows, columns, TYPE, {onProgress: () => ++turns});
  expect((await done).every(({problems}) => problems.size === 0)).toBe(true);
  expect(turns).toBeGreaterThan(1);
  const stop = new AbortController();
  const stopped = checkRows(rows, columns, TYPE, {
    signal: stop.signal,
    onProgress: () => stop.abort()
  });
  await expect(stopped).rejects.toThrow(/abort/i);
});
