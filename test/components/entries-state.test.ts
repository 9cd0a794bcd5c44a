import {expect, test} from "vitest";
import {toEntriesState, toEntryQuery, toSearch} from "../../components/entries-state.ts";

test("toEntriesState(search) and toSearch(state) are inverse", () => {
  for (const search of [
    "",
    "?type=item",
    "?type=item&q=big+lamp&page=3&sort=-title",
    "?type=a&sort=fields.x.y",
    "?q=%26%3D"
  ])
    expect(toSearch(toEntriesState(search))).toBe(search);
});

test("toEntriesState(search) leaves out what makes no sense", () => {
  expect(toSearch(toEntriesState("?page=-1&sort=colour&type="))).toBe("");
  expect(toSearch(toEntriesState("?page=1.5"))).toBe("");
});

test("toEntryQuery(state) asks for one page, and orders by a field within a type only", () => {
  expect(toEntryQuery(toEntriesState("?page=3&q=%20"))).toEqual({offset: 100, limit: 50});
  expect(toEntryQuery(toEntriesState("?type=a&q=x&sort=-fields.n"))).toEqual({
    type: "a",
    text: "x",
    sort: {by: {field: "n"}, descending: true},
    offset: 0,
    limit: 50
  });
  expect(toEntryQuery(toEntriesState("?sort=fields.n"))).toEqual({offset: 0, limit: 50});
});
