const UINT32_RANGE = 2 ** 32;
const WARM_UP_ROUNDS = 12;

/**
 * A seeded stream of pseudo-random numbers (sfc32, seeded by FNV-1a and splitmix32).
 * It uses only arithmetic that is exact on every machine: same seed, same stream, to the bit.
 */
export class Random {
  readonly seed: string;
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: string) {
    this.seed = seed;
    const mix = splitmix32(fnv1a(seed));
    this.a = mix();
    this.b = mix();
    this.c = mix();
    for (let i = 0; i < WARM_UP_ROUNDS; ++i) this.next();
  }

  /** A stream of its own for one purpose: what is drawn here does not shift what is drawn there. */
  fork(purpose: string): Random {
    return new Random(`${this.seed}/${purpose}`);
  }

  /** A number in [0, 1) with 32 random bits. */
  next(): number {
    const sum = (this.a + this.b + this.counter++) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / UINT32_RANGE;
  }

  /** A number in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number from low to high, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor((high - low + 1) * this.next());
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Close to a normal distribution (twelve uniform numbers summed), never beyond six deviations. */
  normal(mean = 0, deviation = 1): number {
    let sum = -6;
    for (let i = 0; i < 12; ++i) sum += this.next();
    return mean + deviation * sum;
  }

  /** One of a list; throws where the list is empty. */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError("nothing to pick from: the list is empty");
    return list[Math.floor(list.length * this.next())]!;
  }

  /** One of a list, each as likely as its weight says. */
  weigh<T>(list: readonly T[], weightOf: (item: T) => number): T {
    let rest = this.next() * list.reduce((sum, item) => sum + weightOf(item), 0);
    for (const item of list) {
      rest -= weightOf(item);
      if (rest < 0) return item;
    }
    return this.pick(list);
  }

  /** A shuffled copy (Fisher–Yates). */
  shuffle<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; --i) {
      const j = this.integer(0, i);
      [copy[i], copy[j]] = [copy[j]!, copy[i]!];
    }
    return copy;
  }

  /** A dealer: each call gives another item, all of them once before any comes again. */
  deck<T>(list: readonly T[]): () => T {
    let rest: T[] = [];
    return () => {
      if (rest.length === 0) rest = this.shuffle(list);
      const item = rest.pop();
      if (item === undefined) throw new RangeError("nothing to deal from: the list is empty");
      return item;
    };
  }

  /** A text of the same shape with `#` replaced by a digit, `@` by a capital, `%` by a hex digit. */
  fill(pattern: string): string {
    return pattern.replace(/[#@%]/g, (mark) => {
      if (mark === "#") return String(this.integer(0, 9));
      if (mark === "%") return this.integer(0, 15).toString(16);
      return String.fromCharCode(65 + this.integer(0, 25));
    });
  }
}

/** FNV-1a over UTF-16 units, 32 bits. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; ++i) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

function splitmix32(state: number): () => number {
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) | 0;
  };
}
