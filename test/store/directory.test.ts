import {expect, test} from "vitest";
import type {DirectoryRow} from "../../src/store/directory.ts";
import {rankOf, toWords} from "../../src/store/directory.ts";

function row(foldedTitle: string, text = ""): DirectoryRow {
  return {
    id: "",
    type: "",
    title: foldedTitle,
    tags: [],
    created: 0,
    updated: 0,
    foldedTitle,
    text
  };
}

test.each<[looked: string, title: string, text: string, rank: number]>([
  ["box", "box 1", "", 4],
  ["box", "the box", "", 3],
  ["box", "a (box)", "", 3],
  ["box", "sandbox", "", 2],
  ["box", "sandbox box", "", 3],
  ["box", "crate", "in a box", 1],
  ["box", "crate", "", 0],
  ["box red", "red box", "", 3],
  ["box red", "box", "red", 1],
  ["box blue", "red box", "", 0],
  ["", "anything", "", 4],
  ["ÉTÉ", "ete", "", 4]
])("rankOf(row, words) of %j in %j and %j is %i", (looked, title, text, rank) => {
  expect(rankOf(row(title, text), toWords(looked))).toBe(rank);
});
