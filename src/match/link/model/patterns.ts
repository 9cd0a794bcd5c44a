import type {Comparer} from "../levels/comparer.ts";

/**
 * The patterns in which pairs agree: a level for each comparer. There are far fewer patterns than pairs, so that what is
 * learned is learned from patterns and how often they come.
 */
export class Patterns {
  readonly width: number;
  readonly #comparers: readonly Comparer[];
  /** Comparers in groups whose levels together make a number that is exact. */
  readonly #groups: {from: number; to: number; factor: number}[] = [];
  readonly #ids: Map<number, number>[];
  #levels = new Uint8Array(1024);
  #count = 0;

  constructor(comparers: readonly Comparer[]) {
    this.#comparers = comparers;
    this.width = comparers.length;
    for (let from = 0; from < comparers.length;) {
      let [to, factor] = [from, 1];
      // what the group before gave is a part of the number too
      while (to < comparers.length && factor * comparers[to]!.levels.length < 2 ** 26)
        factor *= comparers[to++]!.levels.length;
      this.#groups.push({from, to, factor});
      from = to;
    }
    this.#ids = this.#groups.map(() => new Map<number, number>());
  }

  get count(): number {
    return this.#count;
  }

  /** The level of a pattern in one respect. */
  level(pattern: number, comparer: number): number {
    return this.#levels[pattern * this.width + comparer]!;
  }

  /** All levels of a pattern; of no use after the next comparison. */
  levels(pattern: number): Uint8Array {
    return this.#levels.subarray(pattern * this.width, (pattern + 1) * this.width);
  }

  /** The pattern of two records. */
  compare(a: number, b: number): number {
    const start = this.#count * this.width;
    this.#reserve(start + this.width);
    const levels = this.#levels;
    for (let i = 0; i < this.width; ++i) levels[start + i] = this.#comparers[i]!.compare(a, b);
    let id = 0;
    for (const [n, {from, to, factor}] of this.#groups.entries()) {
      let key = id * factor;
      for (let i = from, unit = 1; i < to; unit *= this.#comparers[i++]!.levels.length)
        key += unit * levels[start + i]!;
      const ids = this.#ids[n]!;
      const isLast = n === this.#groups.length - 1;
      const known = ids.get(key);
      id = known ?? (isLast ? this.#count : ids.size);
      if (known === undefined) ids.set(key, id);
    }
    if (id === this.#count) ++this.#count;
    return id;
  }

  #reserve(length: number): void {
    if (length <= this.#levels.length) return;
    const longer = new Uint8Array(Math.max(length, 2 * this.#levels.length));
    longer.set(this.#levels);
    this.#levels = longer;
  }
}
