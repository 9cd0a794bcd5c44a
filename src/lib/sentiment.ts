import {SentimentIntensityAnalyzer} from "vader-sentiment";

/** Words further on change little, and cost time. */
const MAX_LENGTH = 1000;
/** Words whose own score is known; there are not many more in a person's messages. */
const MAX_WORDS = 50_000;
const wordScores = new Map<string, number>();

/** The method, for people, with its limits. */
export const SENTIMENT_METHOD =
  "VADER (Hutto and Gilbert, 2014): a lexicon of English words and emoji with rules for negation, emphasis and punctuation. Words of other languages count nothing; irony, topic and context are not understood; one text says little, the mean of many more.";

/**
 * How a text sounds, from −1 (bad) to 1 (good), by a lexicon of English words and emoji: the compound score of VADER
 * (Hutto and Gilbert, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text", ICWSM 2014).
 * Null where there is no word to judge.
 */
export function toSentiment(text: string | null): number | null {
  if (text === null || !/[\p{L}\p{Extended_Pictographic}]/u.test(text)) return null;
  const start = text.slice(0, MAX_LENGTH);
  // without a word of the lexicon no rule applies; asking for the whole costs a hundred times as much
  return start.split(/\s+/).some((word) => toWordScore(word) !== 0) ? score(start) : 0;
}

function toWordScore(word: string): number {
  let known = wordScores.get(word);
  if (known === undefined) {
    if (wordScores.size >= MAX_WORDS) wordScores.clear();
    wordScores.set(word, (known = score(word)));
  }
  return known;
}

function score(text: string): number {
  return SentimentIntensityAnalyzer.polarity_scores(text).compound;
}
