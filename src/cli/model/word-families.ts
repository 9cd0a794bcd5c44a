/** Endings that English inflection adds, and what stood in their place: the rules of WordNet's Morphy and doubled consonants. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/s$/, ""],
  [/(s|x|z|ch|sh)es$/, "$1"],
  [/men$/, "man"],
  [/ies$/, "y"],
  [/es$/, "e"],
  [/es$/, ""],
  [/(ed|er)$/, "e"],
  [/(ed|er)$/, ""],
  [/ing$/, "e"],
  [/ing$/, ""],
  [/est$/, "e"],
  [/est$/, ""],
  [/(.)\1(ing|ed|er|est)$/, "$1"]
];

const MIN_BASE_CHARS = 3;

/** A word of at least this many lower-case letters, none else, can belong to a family. */
const WORD = /^[a-z]{3,}$/;

export interface WordFamilies {
  /** The word that the given one is an inflection of, or itself: `play` for `playing`. Null where it is no plain word. */
  readonly baseOf: (word: string) => string | null;
}

/**
 * Finds base forms as Morphy does (Fellbaum, WordNet: An Electronic Lexical Database, 1998): irregular forms by list, others by
 * taking an ending off where a known word is left. `irregular` has a line for each word: the base form, then its forms.
 */
export function createWordFamilies(words: ReadonlySet<string>, irregular: string): WordFamilies {
  const bases = new Map<string, string>();
  for (const line of irregular.split("\n")) {
    const [base, ...forms] = line.trim().split(" ");
    for (const form of forms) bases.set(form, base!);
  }
  const find = (word: string): string => {
    for (const [ending, replacement] of ENDINGS) {
      if (!ending.test(word)) continue;
      const base = word.replace(ending, replacement);
      if (base.length >= MIN_BASE_CHARS && words.has(base)) return base;
    }
    return word;
  };
  return {baseOf: (word) => (WORD.test(word) ? (bases.get(word) ?? find(word)) : null)};
}
