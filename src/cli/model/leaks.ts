import {readCorpus} from "./corpus.ts";
import {SENTENCE_END} from "./encode.ts";

/** Shorter sentences stand everywhere and prove nothing. */
const MIN_CHARS = 24;

/** The texts, of some length, that stand in the corpus as a sentence or paragraph of their own, but for case and marks. */
export async function findLeaks(
  paths: readonly string[],
  texts: Iterable<string>
): Promise<string[]> {
  const wanted = new Map<string, string>();
  for (const text of texts) if (text.length > MIN_CHARS) wanted.set(toKey(text), text);
  const found = new Set<string>();
  const look = (text: string): void => {
    const match = wanted.get(toKey(text));
    if (match !== undefined) found.add(match);
  };
  for (const path of paths)
    for await (const {title, paragraphs} of readCorpus(path))
      for (const text of [title, ...paragraphs]) {
        look(text);
        text.split(SENTENCE_END).forEach(look);
      }
  return [...found];
}

function toKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
