import {readCorpus} from "../corpus.ts";
import {SENTENCE_END} from "../encode.ts";
import {foldText} from "./fold-text.ts";

/** Shorter sentences stand everywhere and prove nothing; marks are not counted. */
const MIN_CHARS = 24;

/** Titles and paragraphs of a corpus file. */
export async function* readTexts(path: string): AsyncGenerator<string> {
  for await (const {title, paragraphs} of readCorpus(path)) {
    yield title;
    yield* paragraphs;
  }
}

/** Looks for sentences in texts. */
export class SentenceSearch {
  readonly #wanted = new Map<string, string[]>();
  /** The sentences found, with the source where each was found first. */
  readonly found = new Map<string, string>();

  /** Of the sentences those that are long enough to prove something are looked for. */
  constructor(sentences: Iterable<string>) {
    for (const sentence of new Set(sentences)) {
      const key = foldText(sentence);
      if (key.length < MIN_CHARS) continue;
      const same = this.#wanted.get(key);
      if (same) same.push(sentence);
      else this.#wanted.set(key, [sentence]);
    }
  }

  /** Looks at a text as a whole and at each of its sentences. */
  look(text: string, source: string): void {
    const sentences = text.split(SENTENCE_END);
    for (const sentence of sentences.length > 1 ? [text, ...sentences] : sentences)
      for (const same of this.#wanted.get(foldText(sentence)) ?? [])
        if (!this.found.has(same)) this.found.set(same, source);
  }
}

/** Whether the sentence is long enough to prove something. */
export function isTelling(sentence: string): boolean {
  return foldText(sentence).length >= MIN_CHARS;
}
