import {expect, test} from "vitest";
import {toWords} from "../../../src/cli/model/words.ts";

test("toWords(text) lower-cases and splits off every punctuation mark", () => {
  expect(toWords("It's $5.00, OK?")).toEqual(["it", "'", "s", "$", "5", ".", "00", ",", "ok", "?"]);
});

test("toWords(text) strips accents and splits between Chinese characters", () => {
  expect(toWords("Café 中文abc")).toEqual(["cafe", "中", "文", "abc"]);
});

test("toWords(text) drops control characters and takes any white space for a space", () => {
  expect(toWords("a\0b\u200bc\td\u3000e\u00a0f")).toEqual(["abc", "d", "e", "f"]);
});

test("toWords(text) is empty for a blank text", () => {
  expect(toWords(" \n\t")).toEqual([]);
});
