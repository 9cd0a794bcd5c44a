import {createWordPiece, rememberWords} from "../../embed/static/word-piece.ts";
import {toWords} from "./words.ts";

/** The first ids. Their rows are zero but for `[UNK]`, which must leave a text of unknown characters with a vector. */
export const SPECIAL_TOKENS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] as const;

export const UNKNOWN_ID = 1;

/** Marks a token that continues a word. */
export const CONTINUATION = "##";

/** Longer words are one unknown token, as in BERT. */
const MAX_WORD_CHARS = 100;

/** Cuts texts as the `tokenizer.json` below has them cut. */
export interface Tokenizer {
  /** Tokens by id. */
  readonly tokens: readonly string[];
  /** Ids of the text, without `[CLS]` and `[SEP]`. */
  readonly encode: (text: string) => number[];
}

export function createTokenizer(tokens: readonly string[]): Tokenizer {
  const toPieces = rememberWords(
    createWordPiece({
      ids: new Map(tokens.map((token, id) => [token, id])),
      unknownId: UNKNOWN_ID,
      continuation: CONTINUATION,
      maxWordChars: MAX_WORD_CHARS
    })
  );
  return {
    tokens,
    encode(text) {
      const encoded: number[] = [];
      for (const word of toWords(text)) for (const id of toPieces(word)) encoded.push(id);
      return encoded;
    }
  };
}

/** The `tokenizer.json` of Hugging Face's tokenizers that does the same as `createTokenizer(tokens)`. */
export function toTokenizerJson(tokens: readonly string[]): string {
  const special = (id: string): object => ({SpecialToken: {id, type_id: 0}});
  const entry = (id: string): object => ({id, ids: [tokens.indexOf(id)], tokens: [id]});
  return JSON.stringify({
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: SPECIAL_TOKENS.map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true
    })),
    normalizer: {
      type: "BertNormalizer",
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true
    },
    pre_tokenizer: {type: "BertPreTokenizer"},
    post_processor: {
      type: "TemplateProcessing",
      single: [special("[CLS]"), {Sequence: {id: "A", type_id: 0}}, special("[SEP]")],
      pair: [
        special("[CLS]"),
        {Sequence: {id: "A", type_id: 0}},
        special("[SEP]"),
        {Sequence: {id: "B", type_id: 1}}
      ],
      special_tokens: {"[CLS]": entry("[CLS]"), "[SEP]": entry("[SEP]")}
    },
    decoder: {type: "WordPiece", prefix: CONTINUATION, cleanup: true},
    model: {
      type: "WordPiece",
      unk_token: "[UNK]",
      continuing_subword_prefix: CONTINUATION,
      max_input_chars_per_word: MAX_WORD_CHARS,
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id]))
    }
  });
}
