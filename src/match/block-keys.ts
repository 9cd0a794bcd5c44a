import {foldText} from "../lib/text.ts";
import {toPlainText} from "../lib/text-fingerprint.ts";
import type {MatchRecord} from "./match-record.ts";

/** Letters of a title that may differ, at most, for a piece of it to find it surely. */
const MAX_EDITS = 2;
const PIECES = MAX_EDITS + 1;
/** Shorter titles have pieces that are in everything. */
const MIN_LETTERS = 6;

/** Where a record is put, so that its twins find it there without comparing all. */
export interface BlockKeys {
  /** What says by itself that two are one: values of keys. */
  readonly keys: readonly string[];
  /** Words of the title, and pieces of it. */
  readonly words: readonly string[];
  readonly pieces: readonly string[];
}

/**
 * The blocks that a record lies in. A title without blanks is cut into one piece more than letters may differ, so that
 * a near one shares a piece (Li, Deng, Wang, Feng: "Pass-Join", PVLDB 5(3), 2011).
 */
export function toBlockKeys(record: MatchRecord): BlockKeys {
  const {keys, words, letters} = toParts(record);
  const pieces = toCuts(letters.length).map(([from, to], n) =>
    toPieceKey(letters.length, n, letters.slice(from, to))
  );
  return {keys, words, pieces: letters.length < MIN_LETTERS ? [] : pieces};
}

/** The blocks in which the twins of a record lie. */
export function toSearchKeys(record: MatchRecord): BlockKeys {
  const {keys, words, letters} = toParts(record);
  const pieces: string[] = [];
  for (let length = letters.length - MAX_EDITS; length <= letters.length + MAX_EDITS; ++length) {
    if (length < MIN_LETTERS) continue;
    for (const [n, [from, to]] of toCuts(length).entries())
      for (let start = from - MAX_EDITS; start <= from + MAX_EDITS; ++start)
        if (start >= 0 && start + to - from <= letters.length)
          pieces.push(toPieceKey(length, n, letters.slice(start, start + to - from)));
  }
  return {keys, words, pieces};
}

function toParts({title, keys}: MatchRecord) {
  const plain = toPlainText(title);
  return {
    keys: Object.entries(keys).map(([field, value]) => `=${field} ${foldText(value.trim())}`),
    words: plain === "" ? [] : [...new Set(plain.split(" "))],
    letters: plain.replaceAll(" ", "")
  };
}

function toPieceKey(length: number, n: number, piece: string): string {
  return `+${length}.${n} ${piece}`;
}

/** Even pieces, from and to. */
function toCuts(length: number): [from: number, to: number][] {
  return Array.from({length: PIECES}, (_, n) => [
    Math.floor((n * length) / PIECES),
    Math.floor(((n + 1) * length) / PIECES)
  ]);
}
