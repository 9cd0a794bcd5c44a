import {expect, test} from "vitest";
import type {MergeRule, MergeSide} from "../../src/model/merge-sides.ts";
import {chooseAll, findDifferences, toMerged} from "../../src/model/merge-sides.ts";

function side(fields: MergeSide["fields"]): MergeSide {
  return {title: "", fields, tags: [], updated: 0};
}

const KEPT = side({name: "Dune", note: "good", parts: ["a"], year: 1965, own: true, none: ""});
const OTHER = side({
  name: "Dune",
  note: "very good",
  parts: ["a", "b"],
  year: 1966,
  isbn: "1",
  none: null
});

test("findDifferences(kept, other) names only fields with other values, and both where they can stand together", () => {
  expect(findDifferences(KEPT, OTHER)).toEqual([
    {name: "note", kept: "good", other: "very good", both: "good; very good"},
    {name: "parts", kept: ["a"], other: ["a", "b"], both: ["a", "b"]},
    {name: "year", kept: 1965, other: 1966, both: undefined},
    {name: "own", kept: true, other: undefined, both: undefined},
    {name: "isbn", kept: undefined, other: "1", both: undefined}
  ]);
});

test.each<[rule: MergeRule, isOtherNewer: boolean, merged: MergeSide["fields"]]>([
  ["newest", true, {note: "very good", parts: ["a", "b"], year: 1966}],
  ["newest", false, {note: "good", parts: ["a"], year: 1965}],
  ["longest", false, {note: "very good", parts: ["a", "b"], year: 1965}],
  ["complete", false, {note: "good", parts: ["a"], year: 1965}],
  ["both", false, {note: "good; very good", parts: ["a", "b"], year: 1965}]
])(
  "toMerged by the rule %s (the other newer: %s) never loses a value that only one has",
  (rule, isOtherNewer, merged) => {
    const fields = findDifferences(KEPT, OTHER);
    const choices = chooseAll(KEPT, {...OTHER, updated: isOtherNewer ? 1 : -1}, rule);
    expect(toMerged(KEPT, fields, choices)).toEqual({
      name: "Dune",
      own: true,
      none: "",
      isbn: "1",
      ...merged
    });
  }
);

test("toMerged takes a value away where nothing is chosen by hand", () => {
  const fields = findDifferences(KEPT, OTHER);
  expect(toMerged(KEPT, fields, new Map([["own", "other"]]))).not.toHaveProperty("own");
});
