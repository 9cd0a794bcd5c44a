import {expect, test} from "vitest";
import {mergeFields} from "../../components/merge-fields.ts";

test("mergeFields(base, mine, theirs) takes each change from the side that made it", () => {
  const merge = mergeFields({a: 1, b: 1, c: 1}, {a: 2, b: 1, c: 1}, {a: 1, b: 3, c: 1, d: 4});
  expect(merge).toEqual({fields: {a: 2, b: 3, c: 1, d: 4}, conflicts: []});
});

test("mergeFields(base, mine, theirs) keeps a removal from either side", () => {
  expect(mergeFields({a: 1, b: 1}, {b: 1}, {a: 1})).toEqual({fields: {}, conflicts: []});
});

test("mergeFields(base, mine, theirs) names what both changed to something else, and has mine of it", () => {
  expect(mergeFields({a: 1}, {a: 2}, {a: 3})).toEqual({fields: {a: 2}, conflicts: ["a"]});
  expect(mergeFields({a: [1]}, {a: [2]}, {a: [2]})).toEqual({fields: {a: [2]}, conflicts: []});
});

test("mergeFields(base, mine, theirs) knows a field called constructor by what it holds", () => {
  const merge = mergeFields({}, {a: 1}, {constructor: "Norvik"});
  expect(merge).toEqual({fields: {a: 1, constructor: "Norvik"}, conflicts: []});
});
