import {BestLists} from "./best-lists.ts";
import {dot} from "./dot.ts";
import {BLOCK_ROWS, Int8Rows} from "./int8-rows.ts";
import type {Kernels} from "./kernels.ts";

export interface Neighbour {
  readonly row: number;
  /** Cosine, from -1 to 1. */
  readonly score: number;
}

export interface NearestOptions {
  /** How many neighbours at most; 10 if left out. */
  readonly top?: number;
  /** Rows that must not be an answer, such as the query's own. */
  readonly skip?: (row: number) => boolean;
}

export interface ScanOptions {
  /**
   * Whether float32 rows are kept too, for exact scores: four times more memory. Without them scores are off by some
   * thousandths. True if left out.
   */
  readonly keepsFloats?: boolean;
  /** For tests. */
  readonly kernels?: Kernels;
}

/** So many of the best by int8 are looked at exactly, or three times what is asked for if that is more. */
const CANDIDATES = 50;
const CANDIDATES_PER_ANSWER = 3;

/**
 * Finds the rows nearest to a query by looking at all of them: first as int8 (exact inner products of quantised rows, see
 * `Int8Rows`), then the best ones in float32. 100,000 rows of 384 numbers take about 2 ms. The same rows and query give the
 * same answer everywhere, to the bit.
 */
export class VectorScan {
  readonly dimensions: number;
  readonly #rows: Int8Rows;
  /** Blocks of BLOCK_ROWS rows; undefined where only int8 is kept. */
  readonly #floats: Float32Array[] | undefined;

  constructor(dimensions: number, {keepsFloats = true, kernels}: ScanOptions = {}) {
    this.dimensions = dimensions;
    this.#rows = new Int8Rows(dimensions, kernels);
    this.#floats = keepsFloats ? [] : undefined;
  }

  /** How many rows there are, those without a vector counted: the number that the next one gets. */
  get size(): number {
    return this.#rows.size;
  }

  /**
   * Adds rows (row-major, of length 1 or all zeros, which says that a row has no vector). The first gets the number `size`
   * had. Throws `UnavailableError` where there is no memory for them.
   */
  add(vectors: Float32Array): void {
    if (vectors.length % this.dimensions !== 0)
      throw new RangeError(
        `vector length mismatch: ${vectors.length} numbers are no rows of ${this.dimensions}`
      );
    const first = this.size;
    const count = vectors.length / this.dimensions;
    this.#rows.resize(first + count);
    while (this.#floats && this.#floats.length * BLOCK_ROWS < this.size)
      this.#floats.push(new Float32Array(BLOCK_ROWS * this.dimensions));
    for (let i = 0; i < count; ++i) this.#set(first + i, vectors, i * this.dimensions);
  }

  /** Replaces a row. */
  put(row: number, vector: Float32Array): void {
    this.#check(vector);
    if (!(row >= 0 && row < this.size))
      throw new RangeError(`vector row not there: ${row} (there are ${this.size})`);
    this.#set(row, vector, 0);
  }

  /** Leaves a row without a vector: it is no answer any more, and others keep their numbers. */
  remove(row: number): void {
    this.put(row, new Float32Array(this.dimensions));
  }

  /** Writes a row into `into` from `at` on, of length 1, as exactly as it is kept; zeros where it has no vector. */
  copy(row: number, into: Float32Array, at: number): void {
    const {dimensions} = this;
    const floats = this.#floats?.[Math.floor(row / BLOCK_ROWS)];
    if (floats) {
      const start = (row % BLOCK_ROWS) * dimensions;
      return into.set(floats.subarray(start, start + dimensions), at);
    }
    const numbers = this.#rows.numbers(row);
    let squares = 0;
    for (const value of numbers) squares += value * value;
    const factor = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    for (let i = 0; i < dimensions; ++i) into[at + i] = numbers[i]! * factor;
  }

  has(row: number): boolean {
    return row < this.size && this.#rows.scale(row) > 0;
  }

  /**
   * The rows nearest to `query` (of length 1), best first; equal scores keep the order of the rows. Rows without a vector
   * are never an answer, and a query without one has none.
   */
  nearest(query: Float32Array, options: NearestOptions = {}): Neighbour[] {
    const search = this.#search(query, options);
    for (;;) {
      const {done, value} = search.next(true);
      if (done) return value;
    }
  }

  /** The same, with `pause` between the blocks: others may ask meanwhile. */
  async nearestInTurns(
    query: Float32Array,
    options: NearestOptions,
    pause: () => Promise<void> | undefined
  ): Promise<Neighbour[]> {
    const search = this.#search(query, options);
    let isAlone = true;
    for (;;) {
      const {done, value} = search.next(isAlone);
      if (done) return value;
      const turn = pause();
      isAlone = turn === undefined;
      await turn;
    }
  }

  /** Stops after each block; goes on with whether nobody else can have asked in between. */
  *#search(
    query: Float32Array,
    {top = 10, skip = () => false}: NearestOptions
  ): Generator<undefined, Neighbour[], boolean> {
    this.#check(query);
    if (!query.some((value) => value !== 0)) return [];
    const {size} = this;
    const candidates = Math.min(size, Math.max(CANDIDATES, CANDIDATES_PER_ANSWER * top));
    const best = new BestLists(1, candidates);
    let isAsked = false;
    for (let start = 0; start < size; start += BLOCK_ROWS) {
      if (!isAsked) this.#rows.setQuery(query);
      const scores = this.#rows.scan(start);
      for (let i = 0; i < scores.length; ++i) {
        const score = scores[i]!;
        if (!(score > best.least[0]!)) continue;
        if (score === 0 && !this.has(start + i)) continue;
        if (!skip(start + i)) best.offer(0, start + i, score);
      }
      isAsked = yield;
    }
    return [...best.rows.subarray(0, best.counts[0])]
      .map((row) => ({row, score: this.#score(query, row)}))
      .sort((a, b) => b.score - a.score || a.row - b.row)
      .slice(0, top);
  }

  #check(vector: Float32Array): void {
    if (vector.length !== this.dimensions)
      throw new RangeError(
        `vector length mismatch: ${vector.length} numbers, rows have ${this.dimensions}`
      );
  }

  #set(row: number, vectors: Float32Array, start: number): void {
    this.#rows.set(row, vectors, start);
    this.#floats?.[Math.floor(row / BLOCK_ROWS)]!.set(
      vectors.subarray(start, start + this.dimensions),
      (row % BLOCK_ROWS) * this.dimensions
    );
  }

  #score(query: Float32Array, row: number): number {
    const {dimensions} = this;
    if (!this.#floats)
      return dot(query, 0, this.#rows.numbers(row), 0, dimensions) * this.#rows.scale(row);
    const block = this.#floats[Math.floor(row / BLOCK_ROWS)]!;
    return dot(query, 0, block, (row % BLOCK_ROWS) * dimensions, dimensions);
  }
}
