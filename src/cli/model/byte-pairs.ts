import {CONTINUATION} from "./tokenizer.ts";

interface Candidate {
  /** A pair of tokens as one number. */
  readonly key: number;
  readonly count: number;
}

/** More than there are tokens. */
const KEY_BASE = 2 ** 21;

/**
 * The pieces that byte-pair encoding (Sennrich, Haddow & Birch 2016) merges in `counts`, the first merged first, written as
 * WordPiece tokens. Equal counts go by the order of the words, so the result depends on nothing else.
 */
export function* learnPieces(counts: ReadonlyMap<string, number>): Generator<string> {
  const symbols: string[] = [];
  const ids = new Map<string, number>();
  const toId = (symbol: string): number => {
    const known = ids.get(symbol) ?? symbols.length;
    if (known === symbols.length) ids.set(symbol, symbols.push(symbol) - 1);
    return known;
  };
  const weights = [...counts.values()];
  const words = [...counts.keys()].map((word) =>
    [...word].map((char, i) => toId(i > 0 ? CONTINUATION + char : char))
  );

  const pairCounts = new Map<number, number>();
  const places = new Map<number, Set<number>>();
  const changed = new Set<number>();
  const addPairs = (index: number, sign: 1 | -1): void => {
    const word = words[index]!;
    for (let i = 1; i < word.length; ++i) {
      const key = word[i - 1]! * KEY_BASE + word[i]!;
      pairCounts.set(key, (pairCounts.get(key) ?? 0) + sign * weights[index]!);
      changed.add(key);
      if (!places.has(key)) places.set(key, new Set());
      places.get(key)!.add(index);
    }
  };
  const heap = createHeap();
  const pushChanged = (): void => {
    for (const key of changed) heap.push({key, count: pairCounts.get(key) ?? 0});
    changed.clear();
  };

  words.forEach((_, index) => addPairs(index, 1));
  pushChanged();
  for (let top; (top = heap.pop()) && top.count > 0;) {
    const {key, count} = top;
    if (pairCounts.get(key) !== count) continue; // a newer entry of this pair is in the heap
    const [left, right] = [Math.floor(key / KEY_BASE), key % KEY_BASE];
    const piece = symbols[left]! + symbols[right]!.slice(CONTINUATION.length);
    const merged = toId(piece);
    for (const index of places.get(key)!) {
      addPairs(index, -1);
      words[index] = merge(words[index]!, left, right, merged);
      addPairs(index, 1);
    }
    pairCounts.delete(key);
    places.delete(key);
    changed.delete(key);
    pushChanged();
    yield piece;
  }
}

function merge(word: readonly number[], left: number, right: number, merged: number): number[] {
  const result: number[] = [];
  for (let i = 0; i < word.length; ++i)
    if (word[i] === left && word[i + 1] === right) {
      result.push(merged);
      ++i;
    } else result.push(word[i]!);
  return result;
}

/** A binary heap with the largest count on top; ties go to the smaller key. */
function createHeap() {
  const items: Candidate[] = [];
  const isBefore = (a: Candidate, b: Candidate): boolean =>
    a.count !== b.count ? a.count > b.count : a.key < b.key;
  return {
    push(item: Candidate): void {
      let at = items.push(item) - 1;
      for (let up; at > 0 && isBefore(item, items[(up = (at - 1) >> 1)]!); at = up)
        items[at] = items[up]!;
      items[at] = item;
    },
    pop(): Candidate | undefined {
      const top = items[0];
      const last = items.pop();
      if (last === undefined || items.length === 0) return top;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= items.length) break;
        if (child + 1 < items.length && isBefore(items[child + 1]!, items[child]!)) ++child;
        if (!isBefore(items[child]!, last)) break;
        items[at] = items[child]!;
        at = child;
      }
      items[at] = last;
      return top;
    }
  };
}
