import {findNearPrefixes, toMaxEdits} from "./near-prefixes.ts";
import type {WordDictionary} from "./word-dictionary.ts";

/** How a word answers what is typed, from worst to best. */
export const INSIDE = 1;
export const FAR = 2;
export const NEAR = 3;
export const START = 4;
export const WHOLE = 5;

/** What else than words that begin so is looked for: words that nearly do, and those that hold what is typed. */
export type Looseness = "exact" | "near" | "inside";

/** The words that something typed may mean. */
export interface WordMatches {
  /** Numbers of words, each once. */
  readonly words: readonly number[];
  /** By the number of a word how it answers; 0 not at all. */
  readonly matches: Uint8Array;
}

/** Insides of words say something from two letters on. */
const MIN_INSIDE_LETTERS = 2;

export function findWords(
  dictionary: WordDictionary,
  typed: string,
  looseness: Looseness
): WordMatches {
  const matches = new Uint8Array(dictionary.size);
  const words: number[] = [];
  const add = (place: number, match: number): void => {
    const word = dictionary.at(place);
    if (matches[word] === 0) words.push(word);
    if (matches[word]! < match) matches[word] = match;
  };
  const sorted = dictionary.sorted();
  const [from, to] = dictionary.findRange(typed);
  for (let place = from; place < to; ++place)
    add(place, sorted[place]!.length === typed.length ? WHOLE : START);
  const maxEdits = looseness === "exact" ? 0 : toMaxEdits(typed);
  if (maxEdits > 0)
    for (const range of findNearPrefixes(sorted, typed, maxEdits))
      for (let place = range.from; place < range.to; ++place)
        add(place, range.edits < 2 ? NEAR : FAR);
  if (looseness === "inside" && typed.length >= MIN_INSIDE_LETTERS)
    for (let place = 0; place < sorted.length; ++place)
      if (sorted[place]!.includes(typed)) add(place, INSIDE);
  return {words, matches};
}
