import type {Mark} from "../find-marks.ts";
import {eachWord} from "./each-word.ts";

const DEFAULT_LENGTH = 160;
/** Letters before the first mark, so that it is read in its sentence. */
const LEAD = 30;

/** A piece of a text with the places of the words that were found. */
export interface Snippet {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** All places of folded words in a text. */
export function markWords(text: string, words: ReadonlySet<string>): Mark[] {
  const marks: Mark[] = [];
  if (words.size === 0) return marks;
  eachWord(text, (word, from, to) => {
    if (!words.has(word)) return;
    const last = marks.at(-1);
    // pairs of characters of a script without blanks overlap
    if (last && from < last[1]) marks[marks.length - 1] = [last[0], to];
    else marks.push([from, to]);
  });
  return marks;
}

/** The piece of a text that has the most of different words, then of words; its beginning where it has none. */
export function toSnippet(
  text: string,
  words: ReadonlySet<string>,
  length = DEFAULT_LENGTH
): Snippet {
  const marks = markWords(text, words);
  if (text.length <= length) return toPiece(text, marks, 0, text.length);
  let best = {score: 0, from: 0};
  for (let i = 0; i < marks.length; ++i) {
    const from = marks[i]![0];
    const inside = marks.slice(i, i + length).filter(([, to]) => to <= from + length - LEAD);
    const distinct = new Set(inside.map((mark) => text.slice(...mark).toLowerCase()));
    const score = distinct.size * length + inside.length;
    if (score > best.score) best = {score, from};
  }
  const from = best.from <= LEAD ? 0 : toWordStart(text, best.from - LEAD);
  return toPiece(text, marks, from, toWordEnd(text, from + length));
}

function toPiece(text: string, marks: readonly Mark[], from: number, to: number): Snippet {
  const head = from > 0 ? "…" : "";
  const tail = to < text.length ? "…" : "";
  const shift = head.length - from;
  return {
    // a line break would break the row that it is shown in
    text: head + text.slice(from, to).replace(/\s/g, " ") + tail,
    marks: marks
      .filter((mark) => mark[0] >= from && mark[1] <= to)
      .map(([a, b]): Mark => [a + shift, b + shift])
  };
}

function toWordStart(text: string, near: number): number {
  const blank = text.slice(near, near + LEAD).search(/\s/);
  return blank < 0 ? toWhole(text, near) : near + blank + 1;
}

function toWordEnd(text: string, near: number): number {
  if (near >= text.length) return text.length;
  const blank = text.slice(Math.max(0, near - LEAD), near + 1).search(/\s\S*$/);
  return blank < 0 ? toWhole(text, near) : Math.max(0, near - LEAD) + blank;
}

/** Not between the two halves of a character. */
function toWhole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000 ? at + 1 : at;
}
