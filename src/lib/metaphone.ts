import {toPlainText} from "./text-fingerprint.ts";

/** Letters as they sound, the first rule that fits at a place counts; what no rule names sounds as it is written. */
const RULES: readonly (readonly [pattern: string, code: string])[] = [
  ["^[kgp](?=n)|^w(?=r)", ""],
  ["^ae", "E"],
  ["^x", "S"],
  ["^wh", "W"],
  ["(?<!^)[aeiou]", ""],
  ["(?<=m)b$", ""],
  ["(?<=s)ch", "K"],
  ["ch|c(?=ia)", "X"],
  ["(?<=s)c(?=[iey])", ""],
  ["c(?=[iey])", "S"],
  ["ck|c", "K"],
  ["dg(?=[iey])", "J"],
  ["d", "T"],
  ["gh(?![aeiou])|g(?=n(?:ed)?$)", ""],
  ["g(?=[iey])", "J"],
  ["gh|g", "K"],
  ["(?<=[aeiou])h(?![aeiou])", ""],
  ["ph|v", "F"],
  ["q", "K"],
  ["sh|s(?=i[oa])", "X"],
  ["t(?=i[oa])", "X"],
  ["th", "0"],
  ["t(?=ch)", ""],
  ["[wy](?![aeiou])", ""],
  ["x", "KS"],
  ["z", "S"]
];
const SOUNDS = new RegExp(RULES.map(([pattern]) => `(${pattern})`).join("|"), "g");

/**
 * How a word sounds in English: Metaphone (L. Philips, "Hanging on the Metaphone", Computer Language 7(12), 1990), with
 * `0` for "th" and `X` for "sh". For a word in lower case without accents; other scripts are left as they are.
 */
export function toMetaphone(word: string): string {
  const single = word.replace(/([abd-z])\1+/g, "$1");
  return single
    .replace(SOUNDS, (...match: unknown[]) => {
      const rule = RULES.findIndex((_, i) => match[i + 1] !== undefined);
      return RULES[rule]![1];
    })
    .toUpperCase();
}

/** How a text sounds: the sounds of its words in alphabetical order, each once. Numbers stay numbers. */
export function toPhoneticKey(text: string): string {
  const words = toPlainText(text).split(" ");
  const codes = words.map((word) => (/\d/.test(word) ? word : toMetaphone(word)));
  return [...new Set(codes.filter((code) => code !== ""))].sort().join(" ");
}
