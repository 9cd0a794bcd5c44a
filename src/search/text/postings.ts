import {grow} from "../grow.ts";
import {Segment} from "./segment.ts";
import type {TokenTable} from "./token-table.ts";

/**
 * Which rows have which words, as a few segments: new rows make a small one, small ones are merged into larger ones (as in
 * a log-structured merge tree), so that adding a row costs little and looking through all costs a few lists.
 */
export class Postings {
  readonly #tokens: TokenTable;
  readonly #fieldWeights: readonly number[];
  #segments: Segment[] = [];
  #isDead = new Uint8Array(0);
  /** By word in how many living rows it is. */
  #counts = new Int32Array(0);
  /** By word the last row that was counted, plus one. */
  #lastRows = new Int32Array(0);
  /** By row how long it is, its fields counted by their weights. */
  #lengths = new Int32Array(0);
  #totalLength = 0;
  #living = 0;

  /** `fieldWeights` may grow while rows are added. */
  constructor(tokens: TokenTable, fieldWeights: readonly number[]) {
    this.#tokens = tokens;
    this.#fieldWeights = fieldWeights;
  }

  /** Takes in the row that `tokens` has just ended; `words` is how many words there are by now. */
  add(row: number, words: number): void {
    if (words > this.#counts.length) {
      this.#counts = grow(this.#counts, words);
      this.#lastRows = grow(this.#lastRows, words);
    }
    if (row >= this.#lengths.length) {
      this.#lengths = grow(this.#lengths, row + 1);
      const isDead = new Uint8Array(this.#lengths.length);
      isDead.set(this.#isDead);
      this.#isDead = isDead;
    }
    let length = 0;
    this.#tokens.eachSection(row, (field, from, to) => {
      length += (to - from) * this.#fieldWeights[field]!;
      for (let place = from; place < to; ++place) {
        const word = this.#tokens.word(place);
        if (this.#lastRows[word] === row + 1) continue;
        this.#lastRows[word] = row + 1;
        ++this.#counts[word]!;
      }
    });
    this.#lengths[row] = length;
    this.#totalLength += length;
    ++this.#living;
  }

  remove(row: number): void {
    this.#isDead[row] = 1;
    --this.#living;
    this.#totalLength -= this.#lengths[row]!;
    const seen = new Set<number>();
    this.#tokens.eachSection(row, (_, from, to) => {
      for (let place = from; place < to; ++place) seen.add(this.#tokens.word(place));
    });
    for (const word of seen) --this.#counts[word]!;
  }

  /** The segments of all rows that were added. */
  segments(words: number): readonly Segment[] {
    const to = this.#tokens.rows;
    let from = this.#segments.at(-1)?.to ?? 0;
    if (from === to) return this.#segments;
    while (this.#segments.length > 0 && this.#segments.at(-1)!.size < 2 * (to - from))
      from = this.#segments.pop()!.from;
    const isDead = (row: number): boolean => this.#isDead[row] === 1;
    const fieldWeights = this.#fieldWeights;
    this.#segments.push(new Segment(this.#tokens, {from, to, words, fieldWeights, isDead}));
    return this.#segments;
  }

  /** Whether any row was removed. */
  get hasDead(): boolean {
    return this.#living < this.#tokens.rows;
  }

  isDead(row: number): boolean {
    return this.#isDead[row] === 1;
  }

  /** In how many rows a word is. */
  count(word: number): number {
    return this.#counts[word] ?? 0;
  }

  length(row: number): number {
    return this.#lengths[row]!;
  }

  get meanLength(): number {
    return this.#living === 0 ? 0 : this.#totalLength / this.#living;
  }

  /** How many rows there are, those that were removed not counted. */
  get living(): number {
    return this.#living;
  }
}
