import {expect, test} from "vitest";
import {toSuggestionKey} from "../../src/model/suggestion.ts";

test("toSuggestionKey() of a pair is the same in either order", () => {
  const pair = (...ends: string[]): string =>
    toSuggestionKey({kind: "duplicate", ends, proposal: {do: "merge"}});
  expect(pair("a", "b")).toBe(pair("b", "a"));
  expect(pair("a", "b")).not.toBe(pair("a", "c"));
});

test("toSuggestionKey() of an edge tells kind and direction apart, and not its fields", () => {
  const edge = (kind: string, from: string, to: string, fields = {}): string =>
    toSuggestionKey({
      kind: "edge",
      ends: [from, to],
      proposal: {do: "edge", kind, from, to, fields}
    });
  expect(edge("likes", "a", "b", {since: 1})).toBe(edge("likes", "a", "b"));
  expect(
    new Set([edge("likes", "a", "b"), edge("likes", "b", "a"), edge("owns", "a", "b")]).size
  ).toBe(3);
});

test("toSuggestionKey() of a tag is about the end and the tag, whatever they hold", () => {
  const tag = (end: string, tag: string): string =>
    toSuggestionKey({kind: "tag", ends: [end], proposal: {do: "tag", tag}});
  expect(tag("a", "b")).toBe(tag("a", "b"));
  expect(tag('a","b', "c")).not.toBe(tag("a", 'b","c'));
});
