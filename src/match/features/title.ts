import {distance} from "fastest-levenshtein";
import {toFingerprint, toNgramFingerprint, toPlainText} from "../../lib/text-fingerprint.ts";
import type {Feature, Reason} from "../match-record.ts";
import {toJaroWinkler} from "../jaro-winkler.ts";

const SAME_TITLE = 0.85;
const SAME_WORDS = 0.8;
const SAME_LETTERS = 0.78;
const NEAR_LETTERS = 0.75;
const SHARED_WORDS = 0.55;
/** `Room 1` is no misspelt `Room 2`. */
const OTHER_NUMBERS = -0.6;
/** Of four letters one may be wrong. */
const LETTERS_PER_EDIT = 4;
const MAX_EDITS = 3;
const MIN_JARO_WINKLER = 0.93;
const MIN_SHARED = 0.6;

/** How alike two titles are: by OpenRefine's fingerprints, by letters that differ, by words that both have. */
export const compareTitles: Feature = (a, b) => {
  const [x, y] = [toPlainText(a.title), toPlainText(b.title)];
  if (x === "" || y === "") return [];
  if (x === y) return [{what: "same title", weight: SAME_TITLE}];
  const reason = compareWords(x, y);
  if (!reason) return [];
  const areOtherNumbers = toNumbers(x) !== toNumbers(y);
  return areOtherNumbers
    ? [reason, {what: "other numbers in the title", weight: OTHER_NUMBERS}]
    : [reason];
};

function compareWords(x: string, y: string): Reason | undefined {
  if (toFingerprint(x) === toFingerprint(y))
    return {what: "same words in the title", weight: SAME_WORDS};
  if (toNgramFingerprint(x) === toNgramFingerprint(y))
    return {what: "same letters in the title", weight: SAME_LETTERS};
  const longer = Math.max(x.length, y.length);
  const edits = distance(x, y);
  if (edits <= Math.min(MAX_EDITS, longer / LETTERS_PER_EDIT))
    return {
      what: `titles differ in ${edits === 1 ? "one letter" : `${edits} letters`}`,
      weight: NEAR_LETTERS * (1 - edits / longer)
    };
  return compareSets(x, y);
}

function compareSets(x: string, y: string): Reason | undefined {
  const [words, others] = [new Set(x.split(" ")), new Set(y.split(" "))];
  const shared = [...words].filter((word) => others.has(word)).length;
  const all = words.size + others.size - shared;
  if (shared > 1 && shared / all >= MIN_SHARED)
    return {
      what: `${shared} of ${all} words of the titles are the same`,
      weight: (SHARED_WORDS * shared) / all
    };
  const likeness = toJaroWinkler(x, y);
  if (likeness < MIN_JARO_WINKLER) return undefined;
  return {what: `titles alike by ${Math.round(100 * likeness)} %`, weight: SHARED_WORDS * likeness};
}

function toNumbers(text: string): string {
  return (text.match(/\p{N}+/gu) ?? []).sort().join(" ");
}
