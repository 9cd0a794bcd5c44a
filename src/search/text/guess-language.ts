import type {Language} from "../../lib/stop-words.ts";
import {LANGUAGES, toStopWords} from "../../lib/stop-words.ts";

/** Common words that a text must have before its language is told from them. */
const MIN_SCORE = 1;
/** How much more the best language must have than the next. */
const MIN_LEAD = 1.25;

/** A bit for each of `LANGUAGES` in which a folded word is a common one. */
export function toLanguageBits(word: string): number {
  let bits = 0;
  LANGUAGES.forEach((language, i) => {
    if (toStopWords(language).has(word)) bits |= 1 << i;
  });
  return bits;
}

/**
 * The language of a text by the common words in it, as a place in `LANGUAGES`: a word that several languages share counts
 * for each by its part. -1 where too few are there to tell. `bits` are those of its words (`toLanguageBits`).
 */
export function guessLanguage(bits: Iterable<number>): number {
  const scores = new Float64Array(LANGUAGES.length);
  for (const word of bits) {
    if (word === 0) continue;
    const part = 1 / countBits(word);
    for (let i = 0; i < scores.length; ++i) if (word & (1 << i)) scores[i]! += part;
  }
  let best = 0;
  let next = 0;
  let language = -1;
  scores.forEach((score, i) => {
    if (score > best) [next, best, language] = [best, score, i];
    else if (score > next) next = score;
  });
  return best >= MIN_SCORE && best >= next * MIN_LEAD ? language : -1;
}

export function toLanguage(place: number): Language | undefined {
  return LANGUAGES[place];
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) ++count;
  return count;
}
