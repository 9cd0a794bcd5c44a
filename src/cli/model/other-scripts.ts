import type {Random} from "../../lib/random.ts";
import {listScriptLetters} from "./scripts.ts";
import {CONTINUATION} from "./tokenizer.ts";

/** Frequent letters of a script; what of one list follows what of the other is a syllable, or nearly. */
interface Letters {
  readonly first: string;
  readonly second: string;
  /** Whether they come in the other order too. */
  readonly isMutual?: boolean;
}

const LETTERS: readonly Letters[] = [
  {first: "нтсрвлкмдпбз", second: "оеаиуыя", isMutual: true},
  {first: "τνσρπκμλ", second: "αοιεηυ", isMutual: true},
  {first: "יוהלארתבמשנ", second: "יוהלארתבמשנ"},
  {first: "اليمونرتبعد", second: "اليمونرتبعد"},
  {first: "कखगचजटडणतथदधनपबभमयरलवशषसह", second: "ािी"},
  {first: "करतनसमपल", second: "करतनसमपल"},
  {first: "ᄀᄂᄃᄅᄆᄇᄉᄋᄌᄎᄒ", second: "ᅡᅥᅩᅮᅳᅵᅢᅦᅧ"},
  {first: "กขคจชดตทนบปพมรลวสห", second: "านงร"}
];

/**
 * Pairs of letters of scripts that our text hardly holds: Cyrillic, Greek, Hebrew, Arabic, Devanagari, Hangul, Thai. All texts of
 * a script share its letters; pairs of letters, counted from the same beginning of a word, they share where they share words.
 */
export function listNgrams(): string[] {
  return [...new Set(LETTERS.flatMap(toPairs))];
}

function toPairs({first, second, isMutual = false}: Letters): string[] {
  return [...first].flatMap((a) =>
    [...second].flatMap((b) => (isMutual ? [a + b, b + a] : [a + b]))
  );
}

/** Adds tokens for n-grams within words that have none yet, each with a row in a random direction. */
export function addNgrams(
  tokens: readonly string[],
  table: Float32Array,
  random: Random
): {tokens: string[]; table: Float32Array} {
  const dimensions = table.length / tokens.length;
  const known = new Set(tokens);
  const added = listNgrams()
    .map((ngram) => CONTINUATION + ngram)
    .filter((token) => !known.has(token));
  const extended = new Float32Array((tokens.length + added.length) * dimensions);
  extended.set(table);
  for (let i = table.length; i < extended.length; ++i) extended[i] = random.normal(0, 1);
  return {tokens: [...tokens, ...added], table: extended};
}

/**
 * Gives letters of other scripts random directions, and takes them from what is taught. The little that our text has of them only
 * taught that they are foreign: any two Hebrew texts would be alike.
 */
export function forgetLetters(
  tokens: readonly string[],
  table: Float32Array,
  {taught, random}: {readonly taught: Set<number>; readonly random: Random}
): void {
  const dimensions = table.length / tokens.length;
  const letters = new Set(listScriptLetters().flatMap((letter) => [letter, CONTINUATION + letter]));
  tokens.forEach((token, id) => {
    if (!letters.has(token)) return;
    taught.delete(id);
    for (let i = 0; i < dimensions; ++i) table[id * dimensions + i] = random.normal(0, 1);
  });
}
