import {toJaroWinkler} from "../../jaro-winkler.ts";
import {isOneSlip, isShortFor} from "./edits.ts";

const SLIP = 0.9;
const SHORT = 0.7;
const MIN_SLIP_LETTERS = 4;
const MIN_ALIKE_LETTERS = 6;
const ALIKE = 0.93;
const HAS_DIGIT = /\d/;

/** How much two different words mean the same, from 0 to 1: a slip, an initial, a short form. Numbers are the same or not. */
export function compareWords(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (HAS_DIGIT.test(short) || HAS_DIGIT.test(long)) return 0;
  if (short.length === 1) return long.startsWith(short) ? SHORT : 0;
  if (short.length >= MIN_SLIP_LETTERS && isOneSlip(short, long)) return SLIP;
  if (short.length >= MIN_ALIKE_LETTERS && toJaroWinkler(short, long) >= ALIKE) return SLIP;
  return isShortFor(short, long) ? SHORT : 0;
}

/**
 * The same, remembered for words by number: in a column the same words meet again and again. Words that begin with
 * different letters are taken for different ones.
 */
export function createWordComparer(words: readonly string[]): (a: number, b: number) => number {
  const known = new Map<number, number>();
  const firsts = Uint16Array.from(words, (word) => word.charCodeAt(0));
  return (a, b) => {
    if (firsts[a] !== firsts[b]) return 0;
    const key = a < b ? a * words.length + b : b * words.length + a;
    let likeness = known.get(key);
    if (likeness === undefined) known.set(key, (likeness = compareWords(words[a]!, words[b]!)));
    return likeness;
  };
}
