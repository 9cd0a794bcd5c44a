import {foldText, spellPlainly} from "../../lib/text.ts";

/** Words are letters and digits with their marks; signs beyond ASCII (emoji, `°`, `€`) are words too. */
const WORD = /[\p{L}\p{N}\p{M}]+|(?:[^\P{S}\x00-\x7f]|\u200d|\ufe0f)+/gu;
const SPACELESS_SCRIPTS =
  "\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}";
const SPACELESS = new RegExp(`[${SPACELESS_SCRIPTS}]`, "u");
const SPACELESS_RUN = new RegExp(`[${SPACELESS_SCRIPTS}]+|[^${SPACELESS_SCRIPTS}]+`, "gu");
/** Longer words are codes and keys that nobody types: their beginning finds them. */
const MAX_LETTERS = 40;

/** A folded word of a text, and where it stands there. */
export type VisitWord = (word: string, from: number, to: number) => void;

/**
 * Calls `visit` with each word of a text, in order: lower case, without accents. A script that puts no blanks between
 * words gives each two characters that follow each other, as Lucene's CJKBigramFilter does.
 */
export function eachWord(text: string, visit: VisitWord): void {
  const lower = text.toLowerCase();
  let start = -1;
  for (let at = 0; at < text.length; ++at) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return eachWideWord(text, start < 0 ? at : start, visit);
    const isLetter =
      (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
    if (isLetter) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      visit(cut(lower.slice(start, at)), start, at);
      start = -1;
    }
  }
  if (start >= 0) visit(cut(lower.slice(start)), start, text.length);
}

/** The folded words of a text. */
export function toWords(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (word) => words.push(word));
  return words;
}

/** The same from a place on where letters beyond ASCII may come. */
function eachWideWord(text: string, from: number, visit: VisitWord): void {
  for (const {0: word, index} of text.slice(from).matchAll(WORD)) {
    const at = from + index;
    if (!SPACELESS.test(word)) visitFolded(word, at, visit);
    else
      for (const {0: run, index: inside} of word.matchAll(SPACELESS_RUN)) {
        if (SPACELESS.test(run)) eachPair(run, at + inside, visit);
        else visitFolded(run, at + inside, visit);
      }
  }
}

function visitFolded(word: string, from: number, visit: VisitWord): void {
  const folded = spellPlainly(foldText(word));
  if (folded !== "") visit(cut(folded), from, from + word.length);
}

function eachPair(run: string, from: number, visit: VisitWord): void {
  const characters = [...run];
  let at = from;
  for (let i = 0; i < Math.max(1, characters.length - 1); ++i) {
    const pair = characters.slice(i, i + 2).join("");
    visit(foldText(pair), at, at + pair.length);
    at += characters[i]!.length;
  }
}

function cut(word: string): string {
  return word.length > MAX_LETTERS ? word.slice(0, MAX_LETTERS) : word;
}
