import {findNearPrefixes, toMaxEdits} from "../near-prefixes.ts";
import type {WordDictionary} from "../word-dictionary.ts";

/** Shorter words turn into any other by one letter. */
const MIN_LETTERS = 4;

export interface NearWord {
  /** Its number in the dictionary. */
  readonly word: number;
  readonly edits: number;
}

/**
 * The words that something typed may have been meant for: one letter may be missing, too many, another one, or in the
 * other's place (Damerau), from eight letters on two. Only the nearest are given.
 */
export function findNearWords(words: WordDictionary, typed: string, isPrefix: boolean): NearWord[] {
  const maxEdits = typed.length < MIN_LETTERS ? 0 : toMaxEdits(typed);
  if (maxEdits === 0) return [];
  const sorted = words.sorted();
  const found: NearWord[] = [];
  for (const range of findNearPrefixes(sorted, typed, maxEdits))
    for (let place = range.from; place < range.to; ++place) {
      const word = sorted[place]!;
      const edits = isPrefix ? range.edits : countEdits(word, typed, maxEdits);
      if (edits <= maxEdits) found.push({word: words.at(place), edits});
    }
  const least = Math.min(...found.map(({edits}) => edits));
  return found.filter(({edits}) => edits === least);
}

/** Optimal string alignment; more than `max` where it is more. */
function countEdits(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let [before, above, row] = [[], [], Array.from({length: b.length + 1}, (_, i) => i)] as [
    number[],
    number[],
    number[]
  ];
  for (let i = 1; i <= a.length; ++i) {
    [before, above, row] = [above, row, [i]];
    for (let j = 1; j <= b.length; ++j) {
      const isSame = a[i - 1] === b[j - 1];
      let edits = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, before[j - 2]! + 1);
      row[j] = edits;
    }
  }
  return row[b.length]!;
}
