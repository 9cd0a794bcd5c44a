import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {AutoTokenizer, env} from "@huggingface/transformers";
import {beforeAll, expect, test} from "vitest";
import type {Tokenizer} from "../../../src/cli/model/tokenizer.ts";
import {
  SPECIAL_TOKENS,
  createTokenizer,
  toTokenizerJson
} from "../../../src/cli/model/tokenizer.ts";
import {MODELS_FOLDER} from "../../embed/installed-models.ts";

const TOKENS = [...SPECIAL_TOKENS, "a", "##b", "ab", "!", "invoice", "##s", "中", "é", "e"];

const TEXTS = [
  "",
  "Unpaid invoices of the last quarter!",
  "it's 20% off — “really”… (see p. 3)",
  "Größe, café, naïve, Ærøskøbing, İstanbul, ﬁne",
  "中文和English混合 日本語 한국어 Привет Ελλάδα עברית हिन्दी ไทย",
  "😀😂 👍🏽 🏳️‍🌈 ❤️",
  "tabs\tand\nlines\r\nand\f\v\u00a0\u2003\u3000odd \u200b\u00ad\ufeff spaces\0",
  "a".repeat(101),
  "kubernetes k8s node_modules foo.bar@example.com https://example.com/a?b=c#d",
  "$1,234.56 +3 <b>x</b> a=b `c` ^d ~e |f",
  "lone \ud800 surrogate \ufffd",
  "##s [unk]"
];

let tokens: string[];
let builtin: Tokenizer;

beforeAll(async () => {
  const json = JSON.parse(
    await readFile(join(MODELS_FOLDER, "builtin/tokenizer.json"), "utf8")
  ) as {
    model: {vocab: Record<string, number>};
  };
  tokens = Object.entries(json.model.vocab)
    .sort(([, a], [, b]) => a - b)
    .map(([token]) => token);
  builtin = createTokenizer(tokens);
});

test("tokenizer.encode(text) takes the longest known beginning of each word, again and again", () => {
  const {encode} = createTokenizer(TOKENS);
  expect(encode("abb Invoices!").map((id) => TOKENS[id])).toEqual([
    "ab",
    "##b",
    "invoice",
    "##s",
    "!"
  ]);
});

test("tokenizer.encode(text) gives one unknown token for a word that it cannot spell", () => {
  const {encode} = createTokenizer(TOKENS);
  expect(encode("abx ab中").map((id) => TOKENS[id])).toEqual(["[UNK]", "ab", "中"]);
});

test("toTokenizerJson(tokens) is what the built-in model holds", async () => {
  expect(await readFile(join(MODELS_FOLDER, "builtin/tokenizer.json"), "utf8")).toBe(
    toTokenizerJson(tokens)
  );
});

test("transformers.js encodes as we do: the model is used on the tokens that it was trained on", async () => {
  env.allowRemoteModels = false;
  const theirs = await AutoTokenizer.from_pretrained(join(MODELS_FOLDER, "builtin"));
  for (const text of TEXTS)
    expect([text, theirs.encode(text, {add_special_tokens: false})]).toEqual([
      text,
      builtin.encode(text)
    ]);
});

test("the words of people's own data are whole tokens", () => {
  const words =
    "invoice invoices spreadsheet kubernetes heart rate playlist freezer warranty units kilometers kg ml january sept tuesday " +
    "receipt refund laptop ssd wifi usb csv json sql pipette aliquot bpm treadmill squats grocery dashboard lol 😂";
  const split = words.split(" ").filter((word) => builtin.encode(word).length !== 1);
  expect(split).toEqual([]);
});
