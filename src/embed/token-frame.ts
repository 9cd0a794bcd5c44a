/** The tokens that a tokenizer puts before and behind each text, such as BERT's `[CLS]` and `[SEP]`. */
export interface TokenFrame {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Finds them by looking at one text with and without. */
export function findTokenFrame(
  encode: (text: string, isFramed: boolean) => readonly number[]
): TokenFrame {
  const bare = encode("a", false);
  const framed = encode("a", true);
  const start = bare.length === 0 ? framed.length : framed.indexOf(bare[0]!);
  return {before: framed.slice(0, start), after: framed.slice(start + bare.length)};
}

/**
 * A text's tokens in runs that a model can take, each framed; the runs are of much the same length, so that none is a mere
 * rest.
 */
export function toWindows(
  ids: readonly number[],
  {before, after}: TokenFrame,
  maxTokens: number
): (readonly number[])[] {
  if (ids.length <= maxTokens) return [ids];
  const inner = ids.slice(before.length, ids.length - after.length);
  const room = Math.max(1, maxTokens - before.length - after.length);
  const count = Math.ceil(inner.length / room);
  return Array.from({length: count}, (_, i) => {
    const [start, end] = [i, i + 1].map((at) => Math.round((at * inner.length) / count));
    return [...before, ...inner.slice(start, end), ...after];
  });
}

/** The tokens that a model takes, as its `model_max_length` says; some say nothing, or a number beyond all texts. */
export function toMaxTokens(setting: unknown): number {
  return typeof setting === "number" && setting > 0 ? setting : Infinity;
}
