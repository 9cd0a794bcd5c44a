import {learnPieces} from "./byte-pairs.ts";
import {CONTINUATION, SPECIAL_TOKENS} from "./tokenizer.ts";

export interface VocabularyOptions {
  /** Tokens in all. */
  readonly size: number;
  /** Characters of the alphabet however rare they are, at the beginning of a word and within it. */
  readonly letters: Iterable<string>;
  /** Words that are tokens however rare they are. */
  readonly words: Iterable<string>;
  /** Share of the tokens, after the alphabet, that are whole words; the rest are pieces of words. */
  readonly wholeWords?: number;
}

/** A character rarer than this is unknown. */
const MIN_CHAR_COUNT = 20;

/** Rarer words do not shape the pieces: they are names and slips. */
const MIN_WORD_COUNT = 3;

/**
 * Chooses the tokens: the special ones, the alphabet, the forced words, the most frequent words, and pieces that byte-pair
 * encoding finds in the words left over. A model that only looks tokens up gains most from whole words.
 */
export function chooseVocabulary(
  counts: ReadonlyMap<string, number>,
  {size, letters, words, wholeWords = 0.85}: VocabularyOptions
): string[] {
  const tokens = new Set<string>(SPECIAL_TOKENS);
  for (const token of findAlphabet(counts)) tokens.add(token);
  for (const letter of letters) tokens.add(letter).add(CONTINUATION + letter);
  for (const word of words) tokens.add(word);
  if (tokens.size > size)
    throw new Error(
      `vocabulary too small: ${size}; letters and forced words alone take ${tokens.size}`
    );
  const alphabet = new Set([...tokens].join(""));
  const isSpelt = (word: string): boolean => [...word].every((char) => alphabet.has(char));
  const ranked = [...counts]
    .filter(([word, count]) => count >= MIN_WORD_COUNT && isSpelt(word))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const pieceStart = Math.round(tokens.size + (size - tokens.size) * wholeWords);
  const rest = new Map<string, number>();
  for (const [word, count] of ranked)
    if (tokens.size < pieceStart) tokens.add(word);
    else if (!tokens.has(word)) rest.set(word, count);
  for (const piece of learnPieces(rest)) {
    if (tokens.size >= size) break;
    tokens.add(piece);
  }
  return [...tokens];
}

/** Characters as words begin with them and as they go on with them, most frequent first. */
function findAlphabet(counts: ReadonlyMap<string, number>): string[] {
  const seen = new Map<string, number>();
  for (const [word, count] of counts)
    [...word].forEach((char, i) => {
      const token = i > 0 ? CONTINUATION + char : char;
      seen.set(token, (seen.get(token) ?? 0) + count);
    });
  return [...seen]
    .filter(([, count]) => count >= MIN_CHAR_COUNT)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([token]) => token);
}
