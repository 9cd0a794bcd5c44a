import type {TokenTable} from "./token-table.ts";

const MAX_WEIGHT = 255;

export interface SegmentInput {
  /** Rows from the first to before the second. */
  readonly from: number;
  readonly to: number;
  /** How many words there are so far. */
  readonly words: number;
  /** By the number of a field how much a word in it counts; whole numbers. */
  readonly fieldWeights: readonly number[];
  readonly isDead: (row: number) => boolean;
}

/**
 * The posting lists of rows that follow each other, in compressed sparse rows: of each word the rows that have it,
 * ascending, and how often, counted by the weights of the fields (BM25F as in S. Robertson, H. Zaragoza, M. Taylor,
 * "Simple BM25 Extension to Multiple Weighted Fields", 2004).
 */
export class Segment {
  readonly from: number;
  readonly to: number;
  readonly rows: Int32Array;
  readonly weights: Uint8Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;

  constructor(tokens: TokenTable, {from, to, words, fieldWeights, isDead}: SegmentInput) {
    const starts = new Int32Array(words + 1);
    eachField(tokens, from, to, isDead, (_, __, first, end) => {
      for (let place = first; place < end; ++place) ++starts[tokens.word(place) + 1]!;
    });
    for (let word = 0; word < words; ++word) starts[word + 1]! += starts[word]!;
    const ends = starts.slice(0, words);
    const rows = new Int32Array(starts[words]!);
    const weights = new Uint8Array(rows.length);
    eachField(tokens, from, to, isDead, (row, field, first, end) => {
      const weight = fieldWeights[field]!;
      for (let place = first; place < end; ++place) {
        const word = tokens.word(place);
        let at = ends[word]!;
        if (at > starts[word]! && rows[at - 1] === row) --at;
        else ends[word] = at + 1;
        rows[at] = row;
        weights[at] = Math.min(MAX_WEIGHT, weights[at]! + weight);
      }
    });
    this.from = from;
    this.to = to;
    this.rows = rows;
    this.weights = weights;
    this.#starts = starts;
    this.#ends = ends;
  }

  /** How many rows it holds. */
  get size(): number {
    return this.to - this.from;
  }

  /** Where the rows of a word begin in `rows` and `weights`; words that came later are in none. */
  start(word: number): number {
    return word < this.#ends.length ? this.#starts[word]! : 0;
  }

  end(word: number): number {
    return this.#ends[word] ?? 0;
  }

  get bytes(): number {
    return [this.rows, this.weights, this.#starts, this.#ends].reduce(
      (sum, {byteLength}) => sum + byteLength,
      0
    );
  }
}

function eachField(
  tokens: TokenTable,
  from: number,
  to: number,
  isDead: (row: number) => boolean,
  visit: (row: number, field: number, first: number, end: number) => void
): void {
  for (let row = from; row < to; ++row) {
    if (isDead(row)) continue;
    tokens.eachSection(row, (field, first, end) => visit(row, field, first, end));
  }
}
