import {expect, test} from "vitest";
import {addNgrams, forgetLetters, listNgrams} from "../../../src/cli/model/other-scripts.ts";
import {createTokenizer} from "../../../src/cli/model/tokenizer.ts";
import {toWords} from "../../../src/cli/model/words.ts";
import {Random} from "../../../src/lib/random.ts";

test("listNgrams() gives pairs of letters as words hold them after normalising", () => {
  const ngrams = listNgrams();
  expect(ngrams.length).toBeGreaterThan(800);
  expect(ngrams.flatMap((ngram) => toWords(ngram))).toEqual(ngrams);
});

test("addNgrams(tokens, table, random) adds what is missing, leaves what is there, and cuts words by it", () => {
  const tokens = ["[PAD]", "[UNK]", "м", "##о", "##л", "##к", "##ло"];
  const table = Float32Array.from({length: 28}, (_, i) => i);
  const added = addNgrams(tokens, table, new Random("x"));
  expect(added.tokens.slice(0, 7)).toEqual(tokens);
  expect(added.tokens).toHaveLength(6 + listNgrams().length);
  expect(added.table.subarray(0, 28)).toEqual(table);
  expect(added.table).toHaveLength(4 * added.tokens.length);
  const {encode} = createTokenizer(added.tokens);
  expect(encode("молоко").map((id) => added.tokens[id])).toEqual(["м", "##ол", "##ок", "##о"]);
});

test("forgetLetters(tokens, table, {taught}) draws letters of other scripts anew, and nothing else", () => {
  const tokens = ["[PAD]", "oak", "ж", "##ж", "ש", "😀", "犬"];
  const table = new Float32Array(tokens.length * 64).fill(1);
  const taught = new Set(tokens.keys());
  forgetLetters(tokens, table, {taught, random: new Random("x")});
  expect([...taught]).toEqual([0, 1, 5, 6]);
  const rows = tokens.map((_, id) => [...table.subarray(64 * id, 64 * (id + 1))]);
  const toCosine = (a: number[], b: number[]): number =>
    a.reduce((sum, value, i) => sum + value * b[i]!, 0) / (Math.hypot(...a) * Math.hypot(...b));
  expect(Math.abs(toCosine(rows[2]!, rows[4]!))).toBeLessThan(0.5);
  for (const id of taught) expect(rows[id]).toEqual(rows[0]);
});
