import {expect, test} from "vitest";
import {toPieces} from "../../src/embed/pieces.ts";

test("toPieces(text) leaves a short text whole", () => {
  expect(toPieces("  a short text ")).toEqual(["a short text"]);
});

test("toPieces(text) gives no piece for a blank text", () => {
  expect(toPieces("")).toEqual([]);
  expect(toPieces(" \n ".repeat(10_000))).toEqual([]);
});

test("toPieces(text, maxChars) cuts at white space", () => {
  expect(toPieces("one two three four", 9)).toEqual(["one two", "three", "four"]);
});

test("toPieces(text, maxChars) cuts within a word that is longer than a piece, but never within a character", () => {
  expect(toPieces("abcdefgh", 3)).toEqual(["abc", "def", "gh"]);
  expect(toPieces("😀😀😀", 3)).toEqual(["😀", "😀", "😀"]);
});

test("toPieces(text) loses nothing of a megabyte without white space", () => {
  expect(toPieces("x".repeat(1_000_000)).join("")).toHaveLength(1_000_000);
});
