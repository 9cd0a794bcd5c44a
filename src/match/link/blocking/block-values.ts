import {toMetaphone} from "../../../lib/metaphone.ts";
import {toWords} from "../../words.ts";
import type {BlockingRule} from "../match-table.ts";

const PREFIX_LETTERS = 4;
const NGRAM_LETTERS = 5;

/** What a value is blocked by: none where it says nothing. Two that share one of the keys share a block. */
export const BLOCK_KEYS: Readonly<
  Record<Exclude<BlockingRule["by"], "meaning">, (text: string) => readonly string[]>
> = {
  exact: (text) => toKey(toWords(text).join(" ")),
  fingerprint: (text) => toKey([...new Set(toWords(text))].sort().join(" ")),
  phonetic: (text) =>
    toKey(
      toWords(text)
        .map((word) => (/\d/.test(word) ? word : toMetaphone(word)))
        .sort()
        .join(" ")
    ),
  prefix: (text) => toKey(toWords(text).join("").slice(0, PREFIX_LETTERS)),
  word: (text) => [...new Set(toWords(text))],
  ngram: (text) => toNgrams(toWords(text).join(""))
};

function toKey(text: string): readonly string[] {
  return text === "" ? [] : [text];
}

/** All runs of letters of one length (q-grams), so that a slip leaves some of them whole. */
function toNgrams(letters: string): readonly string[] {
  if (letters.length <= NGRAM_LETTERS) return toKey(letters);
  const grams = new Set<string>();
  for (let i = 0; i + NGRAM_LETTERS <= letters.length; ++i)
    grams.add(letters.slice(i, i + NGRAM_LETTERS));
  return [...grams];
}
