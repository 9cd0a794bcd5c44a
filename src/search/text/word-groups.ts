import type {Language} from "../../lib/stop-words.ts";
import type {WordDictionary} from "../word-dictionary.ts";
import {findNearWords} from "./near-words.ts";
import {Stems} from "./stems.ts";
import type {MatchedTerm} from "./text-document.ts";

/** What a word counts that is another form of the one typed, or begins with it, or differs from it by a letter. */
const STEM_WEIGHT = 0.9;
const PREFIX_WEIGHT = 0.5;
const TYPO_WEIGHT = 0.5;
/** Of the words that begin with what is typed only the most frequent count. */
const MAX_PREFIXES = 100;

/** A word of the dictionary that answers one that was typed. */
export interface Member {
  readonly word: number;
  readonly weight: number;
  readonly how: MatchedTerm["how"];
}

/** Finds what words of a dictionary a typed word may mean. */
export class WordGroups {
  readonly #words: WordDictionary;
  readonly #stems = new Map<Language, Stems>();

  constructor(words: WordDictionary) {
    this.#words = words;
  }

  /**
   * The word itself, its other forms in the languages, words that begin with it where `isPrefix`; where none of these is
   * there, those that differ by a letter. In the order of their letters, so that sums come out the same each time.
   */
  find(
    typed: string,
    {
      languages,
      isPrefix,
      isExact,
      count
    }: {
      languages: readonly Language[];
      isPrefix: boolean;
      isExact: boolean;
      /** In how many rows a word is. */
      count: (word: number) => number;
    }
  ): Member[] {
    const members = new Map<number, Member>();
    const add = (word: number, weight: number, how: Member["how"]): void => {
      if (!members.has(word) && count(word) > 0) members.set(word, {word, weight, how});
    };
    const whole = this.#words.find(typed);
    if (whole !== undefined) add(whole, 1, "exact");
    if (!isExact) {
      for (const language of languages)
        for (const word of this.#stemsOf(language).find(typed)) add(word, STEM_WEIGHT, "stem");
      if (isPrefix)
        for (const word of this.#findPrefixes(typed, count)) add(word, PREFIX_WEIGHT, "prefix");
      if (members.size === 0)
        for (const {word, edits} of findNearWords(this.#words, typed, isPrefix))
          add(word, TYPO_WEIGHT ** edits, "typo");
    }
    const text = (word: number): string => this.#words.word(word);
    return [...members.values()].sort((a, b) => (text(a.word) < text(b.word) ? -1 : 1));
  }

  /** Brings words to their stems ahead, which the first queries do otherwise, until `isOver`; whether all are. */
  prepare(languages: readonly Language[], isOver: () => boolean): boolean {
    return languages.every((language) => this.#stemsOf(language).prepare(isOver));
  }

  #findPrefixes(typed: string, count: (word: number) => number): number[] {
    const [from, to] = this.#words.findRange(typed);
    const found: number[] = [];
    for (let place = from; place < to; ++place) found.push(this.#words.at(place));
    if (found.length <= MAX_PREFIXES) return found;
    // the sort is stable: words as frequent as each other stay in the order of their letters
    return found.sort((a, b) => count(b) - count(a)).slice(0, MAX_PREFIXES);
  }

  #stemsOf(language: Language): Stems {
    let stems = this.#stems.get(language);
    if (!stems) this.#stems.set(language, (stems = new Stems(this.#words, language)));
    return stems;
  }
}
