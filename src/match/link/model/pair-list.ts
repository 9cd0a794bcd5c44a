import {GrowingInts} from "./growing.ts";

/** Pairs that are compared, in the order of their first record, then of their second. */
export interface PairList {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** How each agrees. */
  readonly patterns: Int32Array;
  /** Which rules brought each, as bits; none where a label did. */
  readonly rules: Int32Array;
}

export class PairListBuilder {
  readonly #a = new GrowingInts();
  readonly #b = new GrowingInts();
  readonly #patterns = new GrowingInts();
  readonly #rules = new GrowingInts();

  add(a: number, b: number, pattern: number, rules: number): void {
    this.#a.push(a);
    this.#b.push(b);
    this.#patterns.push(pattern);
    this.#rules.push(rules);
  }

  build(): PairList {
    return {
      a: this.#a.values(),
      b: this.#b.values(),
      patterns: this.#patterns.values(),
      rules: this.#rules.values()
    };
  }
}

/** Where a pair stands in the list; -1 where it is not in it. */
export function findPair({a, b}: PairList, one: number, other: number): number {
  let [low, high] = [0, a.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (a[middle]! < one || (a[middle] === one && b[middle]! < other)) low = middle + 1;
    else high = middle;
  }
  return a[low] === one && b[low] === other ? low : -1;
}
