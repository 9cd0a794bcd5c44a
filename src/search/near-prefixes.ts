/** Words `from` (inclusive) to `to` (exclusive) of a sorted list that are near in the same way. */
export interface NearRange {
  readonly from: number;
  readonly to: number;
  /** Edits between the text and the beginning of each word. */
  readonly edits: number;
}

/** Letters below which a word is unlike soon: of three letters one may differ, of eight two. */
const LETTERS_FOR_ONE_EDIT = 3;
const LETTERS_FOR_TWO_EDITS = 8;

/** How many letters of a word may differ. Where digits are, none may: `Room 1` is no misspelt `Room 2`. */
export function toMaxEdits(word: string): number {
  if (word.length < LETTERS_FOR_ONE_EDIT || /\p{N}/u.test(word)) return 0;
  return word.length < LETTERS_FOR_TWO_EDITS ? 1 : 2;
}

/**
 * The words of a sorted list a beginning of which is within `maxEdits` of a text; an edit is a letter that is missing,
 * one too many, another one, or two that changed places. The list is walked as the trie that it is: what words have in
 * common is compared once, and what is too far is left with all that begins so. A range within another has fewer edits.
 */
export function findNearPrefixes(
  words: readonly string[],
  text: string,
  maxEdits: number
): NearRange[] {
  const found: NearRange[] = [];
  const width = text.length + 1;
  /** Row `depth` has the edits between a beginning of that length and each beginning of the text. */
  const table = Array.from({length: width + maxEdits + 1}, (_, depth) =>
    new Uint8Array(width).fill(depth)
  );
  for (let i = 0; i < width; ++i) table[0]![i] = i;

  const walk = (from: number, to: number, depth: number, former: number, best: number): void => {
    for (let start = from; start < to;) {
      if (words[start]!.length === depth) {
        ++start;
        continue;
      }
      const letter = words[start]!.charCodeAt(depth);
      const end = findEnd(words, start, to, depth, letter);
      const least = fillRow(table, text, depth + 1, letter, former);
      const edits = table[depth + 1]![text.length]!;
      if (edits < best) found.push({from: start, to: end, edits});
      const next = Math.min(best, edits);
      if (least < next) walk(start, end, depth + 1, letter, next);
      start = end;
    }
  };
  walk(0, words.length, 0, -1, maxEdits + 1);
  return found;
}

/** Optimal string alignment, one row; gives its least. */
function fillRow(
  table: readonly Uint8Array[],
  text: string,
  depth: number,
  letter: number,
  former: number
): number {
  const row = table[depth]!;
  const above = table[depth - 1]!;
  let least = row[0]!;
  for (let i = 1; i < row.length; ++i) {
    const wanted = text.charCodeAt(i - 1);
    let edits = Math.min(above[i]!, row[i - 1]!) + 1;
    edits = Math.min(edits, above[i - 1]! + (wanted === letter ? 0 : 1));
    if (depth > 1 && i > 1 && wanted === former && text.charCodeAt(i - 2) === letter)
      edits = Math.min(edits, table[depth - 2]![i - 2]! + 1);
    row[i] = edits;
    least = Math.min(least, edits);
  }
  return least;
}

/** The first word after `start` whose letter at a place is another, by halving. */
function findEnd(
  words: readonly string[],
  start: number,
  end: number,
  place: number,
  letter: number
): number {
  let low = start + 1;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.charCodeAt(place) === letter) low = middle + 1;
    else high = middle;
  }
  return low;
}
