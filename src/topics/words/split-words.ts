/** Longer texts are read so far; what a text is about stands early enough. */
const MAX_CHARACTERS = 20_000;

/** Addresses, mail addresses and tags: fragments of them are no words. */
const NO_PROSE = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+|<\/?[a-z][^>]*>|&[a-z]+;/gi;

/** A word, with what joins its parts (`don't`, `well-known`), or whatever parts two phrases. */
const WORD_OR_BREAK =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’_-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[^\s]/gu;
const LETTER = /\p{L}/u;
const WORD_START = /[\p{L}\p{N}]/u;

/** The words of a text as they are written, in order; "" stands where a phrase cannot go on: marks, numbers. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const [word] of text
    .slice(0, MAX_CHARACTERS)
    .replace(NO_PROSE, " . ")
    .matchAll(WORD_OR_BREAK))
    words.push(WORD_START.test(word) && LETTER.test(word) ? word.replaceAll("’", "'") : "");
  return words;
}
