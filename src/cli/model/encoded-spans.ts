import type {EncodedSource} from "./encode.ts";

/** Longer texts are cut: their first tokens say what they are about. */
export const MAX_TOKENS = 112;

export function sentenceAt({ids, sentences}: EncodedSource, sentence: number): Uint16Array {
  return ids.subarray(sentences[sentence], sentences[sentence + 1]).subarray(0, MAX_TOKENS);
}

export function paragraphAt(
  {ids, sentences, paragraphs}: EncodedSource,
  paragraph: number
): Uint16Array {
  const [first, end] = [paragraphs[paragraph]!, paragraphs[paragraph + 1]!];
  return ids.subarray(sentences[first], sentences[end]).subarray(0, MAX_TOKENS);
}

export function titleAt({titleIds, titles}: EncodedSource, document: number): Uint16Array {
  return titleIds.subarray(titles[document], titles[document + 1]).subarray(0, MAX_TOKENS);
}

/** The span that holds `index`: the last whose start is not beyond it. */
export function findSpan(starts: Uint32Array, index: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= index) low = middle;
    else high = middle;
  }
  return low;
}
