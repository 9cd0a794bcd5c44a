import type {TokenFrame} from "../token-frame.ts";
import type {BertRules} from "./bert-words.ts";
import {createWordSplitter} from "./bert-words.ts";
import {PlainWords} from "./plain-words.ts";
import {createWordPiece, rememberWords} from "./word-piece.ts";

type Rules = Readonly<Record<string, unknown>>;

interface AddedToken {
  readonly id: number;
  readonly content: string;
  readonly special?: boolean;
  readonly normalized?: boolean;
}

export interface BertTokenizerOptions {
  /** What each text is put between. */
  readonly frame: TokenFrame;
  /** Encodes, with its frame, a text that spells out an added token, such as `[MASK]`. */
  readonly encodeOdd: (text: string) => readonly number[];
}

/**
 * The ids of a text's tokens under the rules of BERT (Devlin et al., "BERT", 2019): each word is cut once and remembered.
 * Null where `tokenizer.json` or its settings ask for anything else.
 */
export function createBertTokenizer(
  rules: Rules,
  settings: Rules,
  {frame, encodeOdd}: BertTokenizerOptions
): ((text: string) => readonly number[]) | null {
  const {normalizer, pre_tokenizer, model} = rules as Record<string, Rules | null>;
  const added = (rules.added_tokens ?? []) as readonly AddedToken[];
  const isOwn =
    normalizer?.type === "BertNormalizer" &&
    pre_tokenizer?.type === "BertPreTokenizer" &&
    model?.type === "WordPiece" &&
    !model.fuse_unk &&
    !settings.remove_space &&
    !settings.do_lowercase_and_remove_accent &&
    // those that are not are looked for in what the normaliser made of a text
    added.every(
      ({special, normalized}) => normalized === false || (normalized === undefined && special)
    );
  if (!isOwn) return null;
  const vocabulary = new Map(Object.entries(model.vocab as Record<string, number>));
  for (const {content, id} of added) vocabulary.set(content, id);
  const unknownId = vocabulary.get(String(model.unk_token));
  if (unknownId === undefined) return null;
  const words = toBertRules(normalizer);
  const toWords = createWordSplitter(words);
  const cut = createWordPiece({
    ids: vocabulary,
    unknownId,
    continuation: String(model.continuing_subword_prefix),
    maxWordChars: (model.max_input_chars_per_word as number | undefined) ?? 100
  });
  const toPieces = rememberWords(cut);
  const plain = new PlainWords(cut, words.lowerCases);
  const isOdd = createFinder(added.map(({content}) => content));
  return (text) => {
    if (isOdd(text)) return encodeOdd(text);
    const ids = [...frame.before];
    if (!plain.encode(text, ids))
      for (const word of toWords(text)) for (const id of toPieces(word)) ids.push(id);
    for (const id of frame.after) ids.push(id);
    return ids;
  };
}

function toBertRules({
  clean_text,
  handle_chinese_chars,
  lowercase,
  strip_accents
}: Rules): BertRules {
  return {
    cleansText: Boolean(clean_text),
    partsChinese: Boolean(handle_chinese_chars),
    lowerCases: Boolean(lowercase),
    stripsAccents: lowercase ? strip_accents !== false : Boolean(strip_accents)
  };
}

/** Whether any of some words stands in a text. */
function createFinder(words: readonly string[]): (text: string) => boolean {
  const starts = [...new Set(words.map((word) => word.slice(0, 1)))];
  return (text) =>
    starts.some((start) => text.includes(start)) && words.some((word) => text.includes(word));
}
