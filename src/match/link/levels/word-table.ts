import {toWords} from "../../words.ts";
import type {LinkColumn} from "../link-tables.ts";

/** The words of a column's values, each word once. */
export interface WordTable {
  readonly words: readonly string[];
  /** Of each word, how many records have it. */
  readonly counts: Int32Array;
  /** Of each distinct value its words, as places in `words`, ascending and each once. */
  readonly ofValue: readonly Int32Array[];
  /** What a word tells: log2 of records to those that have it. */
  readonly weights: Float64Array;
}

/** Where `isCounted` is given, only words of which it is true. */
export function toWordTable(
  {texts, counts, filled}: LinkColumn,
  isCounted: (word: string) => boolean = () => true
): WordTable {
  const idOf = new Map<string, number>();
  const words: string[] = [];
  const wordCounts: number[] = [];
  const ofValue = texts.map((text, value) => {
    const ids = new Set<number>();
    for (const word of toWords(text)) {
      if (!isCounted(word)) continue;
      let id = idOf.get(word);
      if (id === undefined) {
        idOf.set(word, (id = words.length));
        words.push(word);
        wordCounts.push(0);
      }
      ids.add(id);
    }
    for (const id of ids) wordCounts[id]! += counts[value]!;
    return Int32Array.from(ids).sort();
  });
  const weights = Float64Array.from(wordCounts, (count) => Math.log2((filled + 1) / count));
  return {words, counts: Int32Array.from(wordCounts), ofValue, weights};
}
