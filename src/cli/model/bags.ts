/** Texts as bags of tokens: text i is `ids` from `starts[i]` to `starts[i + 1]`. */
export interface Bags {
  readonly ids: Uint16Array;
  readonly starts: Uint32Array;
}

export function toBags(texts: readonly ArrayLike<number>[]): Bags {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, i) => (starts[i + 1] = starts[i]! + text.length));
  const ids = new Uint16Array(starts[texts.length]!);
  texts.forEach((text, i) => ids.set(text, starts[i]));
  return {ids, starts};
}
