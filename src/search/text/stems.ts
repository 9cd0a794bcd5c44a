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

/** Where a stemmer leaves another last letter than stands in the word, both of them: `happy` becomes `happi`. */
const CHANGED_LETTERS: Partial<Record<Language, readonly string[]>> = {
  en: ["yi", "il", "ie"],
  fr: ["yi", "ct", "ul", "sx"],
  es: ["ct"],
  it: ["zt"]
};
/** Whose stemmers take off one of two equal letters before the last: `boot` becomes `bot`. */
const UNDOUBLING: ReadonlySet<Language> = new Set(["nl", "fi"]);
/** Shorter words have no endings to speak of. */
const MIN_LETTERS = 3;
const LATIN = /^[a-z]+$/;
/** That of words without forms; no word has it. */
const NO_STEM = "-";

/**
 * Which words of a dictionary are forms of one word, by the stemmer of a language (M. Porter, "An algorithm for suffix
 * stripping", 1980; Snowball for the others). Words are stemmed when something near them is asked for, or ahead.
 */
export class Stems {
  readonly #words: WordDictionary;
  readonly #language: Language;
  readonly #stem: (word: string) => string;
  /** By the number of a word its stem; "" where nobody asked as yet. */
  readonly #stems: string[] = [];
  /** Words that were looked at ahead. */
  #prepared = 0;

  constructor(words: WordDictionary, language: Language) {
    this.#words = words;
    this.#language = language;
    this.#stem = toStemmer(language);
  }

  /** Stems words ahead until `isOver`; whether all are. */
  prepare(isOver: () => boolean): boolean {
    const {size} = this.#words;
    for (; this.#prepared < size; ++this.#prepared) {
      if (isOver()) return false;
      this.#stemOf(this.#prepared);
    }
    return true;
  }

  /** The numbers of the words that have the stem of a word; none for what has no forms. */
  find(word: string): number[] {
    if (!hasForms(word)) return [];
    const stem = this.stem(word);
    const found: number[] = [];
    for (const beginning of this.#toBeginnings(stem)) {
      const [from, to] = this.#words.findRange(beginning);
      for (let place = from; place < to; ++place) {
        const other = this.#words.at(place);
        if (this.#stemOf(other) === stem) found.push(other);
      }
    }
    return found;
  }

  /** The stem of a word, which need not be in the dictionary. */
  stem(word: string): string {
    return this.#stem(word);
  }

  #stemOf(number: number): string {
    while (this.#stems.length <= number) this.#stems.push("");
    const known = this.#stems[number]!;
    if (known !== "") return known;
    const word = this.#words.word(number);
    return (this.#stems[number] = hasForms(word) ? this.#stem(word) : NO_STEM);
  }

  /** How words begin that may have a stem: stemming takes longer than finding them. */
  #toBeginnings(stem: string): Iterable<string> {
    if (stem.length < MIN_LETTERS) return [stem];
    const head = stem.slice(0, -1);
    const changed = (CHANGED_LETTERS[this.#language] ?? []).filter(([, put]) =>
      stem.endsWith(put!)
    );
    const doubled = UNDOUBLING.has(this.#language) ? [head + head.at(-1)!] : [];
    return new Set([stem, ...changed.map(([was]) => head + was!), ...doubled]);
  }
}

function hasForms(word: string): boolean {
  return word.length >= MIN_LETTERS && LATIN.test(word);
}

function toStemmer(language: Language): (word: string) => string {
  if (language === "en") return stemEnglish;
  const stemmer = newStemmer(ALGORITHMS[language]);
  return (word) => stemmer.stem(word);
}
