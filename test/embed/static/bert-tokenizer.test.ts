import {Tokenizer} from "@huggingface/tokenizers";
import {describe, expect, test} from "vitest";
import {SPECIAL_TOKENS, toTokenizerJson} from "../../../src/cli/model/tokenizer.ts";
import {createBertTokenizer} from "../../../src/embed/static/bert-tokenizer.ts";
import {findTokenFrame} from "../../../src/embed/token-frame.ts";
import {Random} from "../../../src/lib/random.ts";

type Rules = Record<string, unknown> & {
  normalizer: object;
  model: object;
  added_tokens: object[];
};

/** Words, pieces and letters of several scripts, cased and accented ones among them. */
const WORDS =
  "a A ab Ab é É e b ß ss ﬁ fi İ i ! - 中 文 豈 한 ᄒ ᅡ ᆫ م ر ก า が か 😀 👍 x xx ς σ Σ ο ǆ 0 42";
const TOKENS = [...SPECIAL_TOKENS, ...WORDS.split(" ").flatMap((word) => [word, `##${word}`])];

/** What texts are drawn from: what tells the rules apart, and what divides words. */
const CHARS =
  "aAbBeEéÉe\u0301ßSsİIi!-.中文豈\u{20000}한글مرกาがか😀👍\u{1f3fd}\u200dxΟΣςσǅ042  \t\n\u00a0\u3000\u2028\v\f\0\u007f\u0085\u200b\u00ad\ufeff\ufffd\ue000\ud800'$`#";

const random = new Random("texts");
const ALPHABET = [...CHARS];
const TEXTS = [
  ...Array.from({length: 150}, (_, i) =>
    Array.from({length: i % 40}, () => random.pick(ALPHABET)).join("")
  ),
  "Aab ab-xx, 42! and [CLS]a[SEP] ab [MASK]s [UNK",
  "x".repeat(101),
  "😀".repeat(100),
  "😀".repeat(101)
];

const toRules = (change: Partial<Rules> = {}): Rules => ({
  ...(JSON.parse(toTokenizerJson(TOKENS)) as Rules),
  ...change
});

function open(rules: Rules, settings: Record<string, unknown> = {}) {
  const library = new Tokenizer(rules, settings);
  const encode = (text: string, isFramed = true): readonly number[] =>
    library.encode(text, {add_special_tokens: isFramed}).ids;
  const ours = createBertTokenizer(rules, settings, {
    frame: findTokenFrame(encode),
    encodeOdd: encode
  });
  return {encode, ours};
}

describe("createBertTokenizer(rules, settings) gives the tokens that transformers.js gives", () => {
  const both = [true, false];
  test.each(
    both.flatMap((lowercase) =>
      [null, true, false].flatMap((strip_accents) =>
        both.flatMap((clean_text) =>
          both.map((handle_chinese_chars) => ({
            lowercase,
            strip_accents,
            clean_text,
            handle_chinese_chars
          }))
        )
      )
    )
  )("under %o", (normalizer) => {
    const {encode, ours} = open(toRules({normalizer: {type: "BertNormalizer", ...normalizer}}));
    const odd = TEXTS.find((text) => ours!(text).join() !== encode(text).join());
    expect(odd).toBeUndefined();
  });
});

test("createBertTokenizer(rules, settings) is null where the rules are others", () => {
  const {model} = toRules();
  const added = {id: 5, content: "ab", special: true};
  expect(open(toRules({added_tokens: [added]})).ours).not.toBeNull();
  for (const change of [
    {pre_tokenizer: {type: "WhitespaceSplit"}},
    {normalizer: {type: "Lowercase"}},
    {model: {...model, fuse_unk: true}},
    {added_tokens: [{...added, normalized: true}]},
    {added_tokens: [{...added, special: false}]}
  ])
    expect(open(toRules(change)).ours).toBeNull();
  expect(open(toRules(), {do_lowercase_and_remove_accent: true}).ours).toBeNull();
});
