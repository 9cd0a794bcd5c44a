import {expect, test} from "vitest";
import {learnPieces} from "../../../src/cli/model/byte-pairs.ts";
import {SPECIAL_TOKENS, createTokenizer} from "../../../src/cli/model/tokenizer.ts";
import {chooseVocabulary} from "../../../src/cli/model/vocabulary.ts";

const COUNTS = new Map([
  ["the", 1000],
  ["walking", 50],
  ["talking", 40],
  ["walked", 30],
  ["zebra", 25],
  ["qx", 1]
]);

test("learnPieces(counts) merges the most frequent pair first, then goes on from there", () => {
  const pieces = [
    ...learnPieces(
      new Map([
        ["abab", 5],
        ["cab", 3]
      ])
    )
  ];
  expect(pieces[0]).toBe("##ab");
  expect(pieces).toContain("abab");
  expect(pieces.at(-1)).toBe("cab");
});

test("chooseVocabulary(counts, {size}) gives so many distinct tokens, the special ones first", () => {
  const tokens = chooseVocabulary(COUNTS, {size: 22, letters: [], words: []});
  expect(new Set(tokens).size).toBe(22);
  expect(tokens.slice(0, 5)).toEqual(SPECIAL_TOKENS);
  expect(tokens).toContain("the");
});

test("chooseVocabulary(counts, {size}) refuses a size that letters and forced words exceed", () => {
  expect(() => chooseVocabulary(COUNTS, {size: 8, letters: "abc", words: ["invoice"]})).toThrow(
    "vocabulary too small: 8; letters and forced words alone take"
  );
});

test("chooseVocabulary(counts, {letters, words}) holds what it is told to, and can spell every frequent word", () => {
  const tokens = chooseVocabulary(COUNTS, {size: 60, letters: ["ж"], words: ["kubernetes"]});
  expect(tokens).toEqual(expect.arrayContaining(["ж", "##ж", "kubernetes"]));
  const {encode} = createTokenizer(tokens);
  for (const word of ["walking", "talked", "жж"]) expect(encode(word)).not.toContain(1);
});

test("chooseVocabulary(counts, options) leaves out characters that are hardly ever seen", () => {
  expect(chooseVocabulary(COUNTS, {size: 50, letters: [], words: []})).not.toContain("q");
});
