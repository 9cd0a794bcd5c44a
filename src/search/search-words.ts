import {foldText} from "../lib/text.ts";

/** Words are letters and digits; what is neither but has a shape of its own (emoji, `+`, `°`) is a word too. */
const WORD = /[\p{L}\p{N}]+|[\p{S}\u200d]+/gu;
const SPACELESS =
  "\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}";
const IS_SPACELESS = new RegExp(`[${SPACELESS}]`, "u");
const SPACELESS_RUN = new RegExp(`[${SPACELESS}]+|[^${SPACELESS}]+`, "gu");
/** Characters of a piece of a script that puts no blanks between words: longer ones find little more. */
const PIECE_CHARACTERS = 4;

/**
 * The folded words of a title, in order. Where a script has no blanks between words, one may begin at each character,
 * so each begins a piece of up to four.
 */
export function toTitleWords(title: string): string[] {
  return split(title, (characters) =>
    characters.map((_, i) => characters.slice(i, i + PIECE_CHARACTERS).join(""))
  );
}

/** The folded words of what somebody types: each is the beginning of one of `toTitleWords`. */
export function toTypedWords(text: string): string[] {
  return split(text, (characters) => {
    const pieces: string[] = [];
    for (let i = 0; i < characters.length; i += PIECE_CHARACTERS)
      pieces.push(characters.slice(i, i + PIECE_CHARACTERS).join(""));
    return pieces;
  });
}

function split(text: string, toPieces: (characters: readonly string[]) => string[]): string[] {
  const words = foldText(text).match(WORD) ?? [];
  if (!words.some((word) => IS_SPACELESS.test(word))) return words;
  return words
    .flatMap((word) => word.match(SPACELESS_RUN) ?? [])
    .flatMap((run) => (IS_SPACELESS.test(run) ? toPieces([...run]) : [run]));
}
