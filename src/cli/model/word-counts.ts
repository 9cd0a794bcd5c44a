import {readCorpus} from "./corpus.ts";
import {toWords} from "./words.ts";

/** Counts the words of the corpus files, titles included. */
export async function countWords(paths: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const path of paths)
    for await (const {title, paragraphs} of readCorpus(path))
      for (const text of [title, ...paragraphs])
        for (const word of toWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
