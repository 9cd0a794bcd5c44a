import {expect, test} from "vitest";
import {toEntriesState, toEntryQuery, toSearch} from "../../components/entries-state.ts";

test("toEntriesState(search) and toSearch(state) are inverse", () => {
  const filter = encodeURIComponent(JSON.stringify(["a&b", "is one of", ["x", 1]])).replaceAll(
    "%20",
    "+"
  );
  for (const search of [
    "",
    "?type=item",
    "?type=item&view=v1",
    "?type=item&q=big+lamp&sort=-title&page=3",
    "?q=%26%3D",
    "?type=item&view=v1&layout=board&column=a&column=b%2Cc&sort=%2B-odd&sort=-n&group=a",
    `?type=item&filter=${filter}&total=sum+the+price&date=day&image=photo`
  ])
    expect(toSearch(toEntriesState(search))).toBe(search);
});

test("toEntriesState(search) leaves out what makes no sense, and reads older addresses", () => {
  expect(toSearch(toEntriesState("?page=-1&type=&layout=wall"))).toBe("");
  expect(toSearch(toEntriesState("?page=1.5&filter=%7B&filter=%5B1%5D&total=all+x"))).toBe("");
  expect(toEntriesState("?type=a&sort=-fields.x.y").shape.sort).toEqual([
    {column: "x.y", descending: true}
  ]);
});

test("toSearch(state) says so where the plain view is meant of a type that may open with another", () => {
  const state = toEntriesState("?type=item&layout=table");
  expect(state.isBare).toBe(false);
  expect(toSearch(state)).toBe("?type=item&layout=table");
});

test("toEntryQuery(state) asks for one page of all types, ordered by what all entries have", () => {
  expect(toEntryQuery(toEntriesState("?page=3&q=%20"))).toEqual({offset: 100, limit: 50});
  expect(toEntryQuery(toEntriesState("?q=x&sort=-title"))).toEqual({
    text: "x",
    sort: {by: "title", descending: true},
    offset: 0,
    limit: 50
  });
  expect(toEntryQuery(toEntriesState("?sort=n"))).toEqual({offset: 0, limit: 50});
});
