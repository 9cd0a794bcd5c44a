import {expect, test} from "vitest";
import type {TextSet} from "../../../src/model/text-collection.ts";
import {toRowItems} from "../../../src/workspace/search/row-items.ts";

function toSet(columns: readonly string[], texts: readonly string[]): TextSet {
  return {
    collection: {id: "lake.people", label: "people", of: "rows", columns, time: null},
    ends: texts.map((_, i) => `row:people/x/${i}`),
    texts,
    hashes: texts,
    times: null
  };
}

test("toRowItems(set) calls people by both their names, where these stand in two columns", () => {
  const items = toRowItems(
    toSet(
      ["given_name", "Family Name", "street"],
      ["Margaret\nFraser\n2089 Beech Drive", "Li\nWu", "Wu\n12 Elm Street", "Wu", ""]
    )
  );
  expect(Array.from(items, ({title, texts}) => [title, texts])).toEqual([
    ["Margaret Fraser", {text: "2089 Beech Drive"}],
    ["Li Wu", {}],
    ["Wu", {text: "12 Elm Street"}],
    ["Wu", {}]
  ]);
});

test("toRowItems(set) of other rows takes the first line for the title, where it is short", () => {
  const long = "on and on ".repeat(20);
  const items = toRowItems(toSet(["title", "text"], ["Elm Street\nA tale", `${long}\nA tale`]));
  expect(Array.from(items, ({title, texts}) => [title, texts])).toEqual([
    ["Elm Street", {text: "A tale"}],
    ["", {text: `${long}\nA tale`}]
  ]);
});
