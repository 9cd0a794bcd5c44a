const MIN_BASE_CHARS = 3;
const NEVER = Infinity;

/**
 * Endings that English inflection adds, what stood in their place, and the letters that must be left where the whole word is
 * itself one of the lexicon: `painted` is a form of `paint`, but `seed` is none of `see`, and `number` none of `numb`. The rules
 * of WordNet's Morphy and doubled consonants.
 */
const ENDINGS: readonly (readonly [ending: RegExp, replacement: string, least: number])[] = [
  [/s$/, "", NEVER],
  [/(s|x|z|ch|sh)es$/, "$1", NEVER],
  [/men$/, "man", NEVER],
  [/ies$/, "y", NEVER],
  [/es$/, "e", NEVER],
  [/es$/, "", NEVER],
  [/ied$/, "y", MIN_BASE_CHARS],
  [/ed$/, "e", 4],
  [/ed$/, "", 4],
  [/(.)\1ed$/, "$1", MIN_BASE_CHARS],
  [/ing$/, "e", MIN_BASE_CHARS],
  [/ing$/, "", MIN_BASE_CHARS],
  [/(.)\1ing$/, "$1", MIN_BASE_CHARS],
  [/(er|est)$/, "e", NEVER],
  [/(er|est)$/, "", NEVER],
  [/ie(r|st)$/, "y", NEVER],
  [/(.)\1(er|est)$/, "$1", NEVER]
];

/** A word of at least this many lower-case letters, none else, can belong to a family. */
const WORD = /^[a-z]{3,}$/;

export interface WordFamilies {
  /** The word that the given one is an inflection of, or itself: `play` for `playing`. Null where it is no plain word. */
  readonly baseOf: (word: string) => string | null;
}

/**
 * Finds base forms as Morphy does (Fellbaum, WordNet: An Electronic Lexical Database, 1998): irregular forms by list, others by
 * taking an ending off where a known word is left. `irregular` has a line for each word: the base form, then its forms; a word
 * alone on its line is no form of another, whatever it ends in.
 */
export function createWordFamilies(words: ReadonlySet<string>, irregular: string): WordFamilies {
  const bases = new Map<string, string>();
  for (const line of irregular.split("\n")) {
    const [base, ...forms] = line.trim().split(" ");
    for (const form of forms.length > 0 ? forms : [base!]) bases.set(form, base!);
  }
  const find = (word: string): string => {
    for (const [ending, replacement, least] of ENDINGS) {
      if (!ending.test(word)) continue;
      const base = word.replace(ending, replacement);
      if (base.length >= (words.has(word) ? least : MIN_BASE_CHARS) && words.has(base)) return base;
    }
    return word;
  };
  return {baseOf: (word) => (WORD.test(word) ? (bases.get(word) ?? find(word)) : null)};
}
