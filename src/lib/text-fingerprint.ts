import {foldText, spellPlainly} from "./text.ts";

const PLAIN = /^[a-z0-9 ]*$/;
const NGRAM_CHARACTERS = 2;

/** A text as it is compared: lower case, without accents and punctuation, one blank between words. */
export function toPlainText(text: string): string {
  const folded = foldText(text);
  const bare = PLAIN.test(folded)
    ? folded
    : spellPlainly(folded)
        .replace(/[\p{P}\p{S}\p{Cc}\p{Cf}]+/gu, (marks) => (/\s/.test(marks) ? " " : ""))
        .replace(/\s+/g, " ");
  return bare.trim().replace(/ {2,}/g, " ");
}

/**
 * The fingerprint of OpenRefine: the words of the plain text in alphabetical order, each once
 * (https://openrefine.org/docs/technical-reference/clustering-in-depth).
 */
export function toFingerprint(text: string): string {
  const words = toPlainText(text).split(" ");
  return words.length === 1 ? words[0]! : [...new Set(words)].sort().join(" ");
}

/**
 * The n-gram fingerprint of OpenRefine, with n = 2: all pairs of letters that follow each other in the plain text
 * without blanks, in alphabetical order, each once. It finds values alike that differ in blanks or in letters doubled.
 */
export function toNgramFingerprint(text: string): string {
  const letters = [...toPlainText(text).replaceAll(" ", "")];
  if (letters.length <= NGRAM_CHARACTERS) return letters.join("");
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < letters.length; ++i) pairs.add(letters[i]! + letters[i + 1]!);
  return [...pairs].sort().join("");
}
