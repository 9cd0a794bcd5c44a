import {readCorpus, toSourceName} from "./corpus.ts";
import type {Tokenizer} from "./tokenizer.ts";

/** Documents of one source as token ids. A span i of `x` is ids from `x[i]` to `x[i + 1]`. */
export interface EncodedSource {
  readonly name: string;
  readonly ids: Uint16Array;
  /** Where each sentence begins in `ids`, and the end. */
  readonly sentences: Uint32Array;
  /** Where each paragraph begins in `sentences`, and the end. */
  readonly paragraphs: Uint32Array;
  /** Where each document begins in `paragraphs`, and the end. */
  readonly documents: Uint32Array;
  /** Title of each document in `titleIds`; often an empty span. */
  readonly titles: Uint32Array;
  readonly titleIds: Uint16Array;
}

/** A sentence ends at `.`, `!` or `?`, perhaps closed by a quote or bracket, before white space and an upper-case start. */
export const SENTENCE_END = /(?<=[.!?]["'”’)\]]?)\s+(?=["'“‘([]?[\p{Lu}\p{N}])/u;

export async function encodeSource(path: string, tokenizer: Tokenizer): Promise<EncodedSource> {
  const ids = createList(Uint16Array);
  const titleIds = createList(Uint16Array);
  const [sentences, paragraphs, documents, titles] = Array.from({length: 4}, () =>
    createList(Uint32Array)
  );
  for await (const {title, paragraphs: texts} of readCorpus(path)) {
    documents!.push(paragraphs!.length);
    titles!.push(titleIds.length);
    for (const id of tokenizer.encode(title)) titleIds.push(id);
    for (const text of texts) {
      paragraphs!.push(sentences!.length);
      for (const sentence of text.split(SENTENCE_END)) {
        sentences!.push(ids.length);
        for (const id of tokenizer.encode(sentence)) ids.push(id);
      }
    }
  }
  documents!.push(paragraphs!.length);
  paragraphs!.push(sentences!.length);
  sentences!.push(ids.length);
  titles!.push(titleIds.length);
  return {
    name: toSourceName(path),
    ids: ids.toArray(),
    sentences: sentences!.toArray(),
    paragraphs: paragraphs!.toArray(),
    documents: documents!.toArray(),
    titles: titles!.toArray(),
    titleIds: titleIds.toArray()
  };
}

type IntegerArray = Uint16Array | Uint32Array;

/** A typed array that grows. */
function createList<T extends IntegerArray>(type: new (length: number) => T) {
  let values = new type(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value: number): void {
      if (length === values.length) {
        const larger = new type(2 * length);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    toArray: (): T => values.slice(0, length) as T
  };
}
