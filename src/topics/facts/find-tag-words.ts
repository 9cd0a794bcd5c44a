import type {Keyword} from "../../model/topic.ts";
import {joinPhrases} from "../words/join-phrases.ts";
import {createWordTable} from "../words/vocabulary.ts";

/** A term of fewer texts leads nowhere, one of a larger share of them says little. */
const MIN_TEXTS = 3;
const MAX_SHARE = 0.06;
const MIN_LENGTH = 4;
/** What a text says once it may say in passing. */
const MIN_TIMES = 2;
const TOP = 5;

export interface TagWordsInput {
  readonly texts: readonly string[];
}

/**
 * Terms that would do as tags of each text, best first: those that it has often and others seldom, by TF-IDF (Spärck Jones: A statistical
 * interpretation of term specificity, 1972), of those that some other texts have too.
 */
export function findTagWords({texts}: TagWordsInput): Promise<Keyword[][]> {
  const {offsets, terms, spellings} = joinPhrases(createWordTable(texts));
  const inText = texts.map((_, text) => {
    const counts = new Map<number, number>();
    for (let at = offsets[text]!; at < offsets[text + 1]!; ++at)
      counts.set(terms[at]!, (counts.get(terms[at]!) ?? 0) + 1);
    return counts;
  });
  const frequency = new Map<number, number>();
  for (const counts of inText)
    for (const term of counts.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const most = Math.max(MIN_TEXTS, texts.length * MAX_SHARE);
  const keywords = inText.map((counts) =>
    [...counts]
      .filter(([term, times]) => {
        const inTexts = frequency.get(term)!;
        return (
          times >= MIN_TIMES &&
          spellings[term]!.length >= MIN_LENGTH &&
          inTexts >= MIN_TEXTS &&
          inTexts <= most
        );
      })
      .map(([term, count]) => ({
        term,
        weight: Math.fround(count * Math.log(texts.length / frequency.get(term)!))
      }))
      .sort((a, b) => b.weight - a.weight || a.term - b.term)
      .slice(0, TOP)
      .map(({term, weight}) => ({term: spellings[term]!, weight}))
  );
  return Promise.resolve(keywords);
}
