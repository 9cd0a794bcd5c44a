import {toWords} from "./words.ts";

/** The first ids. Their rows are zero but for `[UNK]`, which must leave a text of unknown characters with a vector. */
export const SPECIAL_TOKENS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] as const;

export const UNKNOWN_ID = 1;

/** Marks a token that continues a word. */
export const CONTINUATION = "##";

/** Longer words are one unknown token, as in BERT. */
const MAX_WORD_CHARS = 100;

/** WordPiece: cuts each word greedily into the longest known tokens (Schuster & Nakajima 2012; Devlin et al. 2019). */
export interface Tokenizer {
  /** Tokens by id. */
  readonly tokens: readonly string[];
  /** Ids of the text, without `[CLS]` and `[SEP]`. */
  readonly encode: (text: string) => number[];
}

export function createTokenizer(tokens: readonly string[]): Tokenizer {
  const ids = new Map(tokens.map((token, id) => [token, id]));
  const known = new Map<string, readonly number[]>();
  return {
    tokens,
    encode(text) {
      const encoded: number[] = [];
      for (const word of toWords(text)) {
        let pieces = known.get(word);
        if (!pieces) known.set(word, (pieces = encodeWord(word, ids)));
        for (const id of pieces) encoded.push(id);
      }
      return encoded;
    }
  };
}

function encodeWord(word: string, ids: ReadonlyMap<string, number>): number[] {
  const chars = [...word];
  if (chars.length > MAX_WORD_CHARS) return [UNKNOWN_ID];
  const pieces: number[] = [];
  for (let start = 0; start < chars.length;) {
    let end = chars.length;
    let id: number | undefined;
    for (; end > start; --end) {
      const piece = chars.slice(start, end).join("");
      id = ids.get(start > 0 ? CONTINUATION + piece : piece);
      if (id !== undefined) break;
    }
    if (id === undefined) return [UNKNOWN_ID];
    pieces.push(id);
    start = end;
  }
  return pieces;
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
