import {newStemmer} from "snowball-stemmers";
import {stemmer as stemEnglish} from "stemmer";
import type {Language} from "../../lib/stop-words.ts";
import type {WordDictionary} from "../word-dictionary.ts";

const ALGORITHMS: Readonly<Record<Exclude<Language, "en">, string>> = {
  de: "german",
  fr: "french",
  es: "spanish",
  it: "italian",
  nl: "dutch",
  sv: "swedish",
  pt: "portuguese",
  da: "danish",
  no: "norwegian",
  fi: "finnish"
};

/** Shorter words have no endings to speak of. */
const MIN_LETTERS = 3;
const LATIN = /^[a-z]+$/;

/**
 * Which words of a dictionary are forms of one word, by the stemmer of a language (M. Porter, "An algorithm for suffix
 * stripping", 1980; Snowball for the others). Words are stemmed only when something near them is asked for.
 */
export class Stems {
  readonly #words: WordDictionary;
  readonly #stem: (word: string) => string;
  readonly #stems = new Map<string, string>();

  constructor(words: WordDictionary, language: Language) {
    this.#words = words;
    this.#stem = toStemmer(language);
  }

  /** The numbers of the words that have the stem of a word, in the order of their letters; none for what has no forms. */
  find(word: string): number[] {
    if (word.length < MIN_LETTERS || !LATIN.test(word)) return [];
    const stem = this.stem(word);
    const sorted = this.#words.sorted();
    // a stemmer changes one letter at most before the ending that it takes off: y to i, and an e that it puts back
    const [from, to] = this.#words.findRange(stem.slice(0, Math.max(2, stem.length - 1)));
    const found: number[] = [];
    for (let place = from; place < to; ++place) {
      const other = sorted[place]!;
      if (other.length >= MIN_LETTERS && this.stem(other) === stem)
        found.push(this.#words.at(place));
    }
    return found;
  }

  stem(word: string): string {
    let stem = this.#stems.get(word);
    if (stem === undefined) {
      stem = this.#stem(word);
      this.#stems.set(word, stem);
    }
    return stem;
  }
}

function toStemmer(language: Language): (word: string) => string {
  if (language === "en") return stemEnglish;
  const stemmer = newStemmer(ALGORITHMS[language]);
  return (word) => stemmer.stem(word);
}
