import {foldText} from "../lib/text.ts";
import {findNearPrefixes, toMaxEdits} from "./near-prefixes.ts";
import {toTypedWords} from "./search-words.ts";

/** Where a title answers, from the first letter to before the second. */
export type Mark = readonly [from: number, to: number];

const WORD_BEGINS = /(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu;

/** The letters of a title that answer what is typed, in order, none twice. */
export function findMarks(title: string, text: string): Mark[] {
  const {folded, origins} = foldWithOrigins(title);
  const begins = Array.from(folded.matchAll(WORD_BEGINS), ({index}) => index);
  const marks: Mark[] = [];
  for (const word of toTypedWords(text)) {
    const found = findWord(folded, begins, word);
    if (found) marks.push([origins[found[0]]!, origins[found[1]]!]);
  }
  return join(marks);
}

/** The start of a word, else nearly one, else anywhere. */
function findWord(folded: string, begins: readonly number[], word: string): Mark | undefined {
  const start = begins.find((at) => folded.startsWith(word, at));
  if (start !== undefined) return [start, start + word.length];
  const near = begins.find((at) => {
    const rest = /^[\p{L}\p{N}]+/u.exec(folded.slice(at))?.[0] ?? "";
    return findNearPrefixes([rest], word, toMaxEdits(word)).length > 0;
  });
  if (near !== undefined) return [near, Math.min(folded.length, near + word.length)];
  const inside = folded.indexOf(word);
  return inside < 0 ? undefined : [inside, inside + word.length];
}

/** The folded title, and for each of its letters (and its end) the place in the title that it came from. */
function foldWithOrigins(title: string): {folded: string; origins: number[]} {
  const origins: number[] = [];
  let folded = "";
  let at = 0;
  for (const character of title) {
    const piece = foldText(character);
    for (let i = 0; i < piece.length; ++i) origins.push(at);
    folded += piece;
    at += character.length;
  }
  origins.push(title.length);
  return {folded, origins};
}

function join(marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = [];
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else if (to > from) joined.push([from, to]);
  }
  return joined;
}
