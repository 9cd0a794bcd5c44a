import {grow} from "./grow.ts";

/** For each word the rows that it is in, as linked lists in arrays: adding one moves nothing. */
export class PostingLists {
  /** The place of a word's last row, from 1; 0 for none. */
  #heads = new Int32Array(0);
  #counts = new Int32Array(0);
  #next = new Int32Array(0);
  #rows = new Int32Array(0);
  #length = 0;

  add(word: number, row: number): void {
    if (word >= this.#heads.length) {
      this.#heads = grow(this.#heads, word + 1);
      this.#counts = grow(this.#counts, word + 1);
    }
    const place = ++this.#length;
    if (place >= this.#rows.length) {
      this.#next = grow(this.#next, place + 1);
      this.#rows = grow(this.#rows, place + 1);
    }
    this.#next[place] = this.#heads[word]!;
    this.#rows[place] = row;
    this.#heads[word] = place;
    ++this.#counts[word]!;
  }

  /** How many rows a word is in. */
  count(word: number): number {
    return this.#counts[word] ?? 0;
  }

  /** Calls `visit` with a word's rows, the last one first. */
  each(word: number, visit: (row: number) => void): void {
    for (let at = this.#heads[word] ?? 0; at > 0; at = this.#next[at]!) visit(this.#rows[at]!);
  }

  /** Bytes in use. */
  get bytes(): number {
    return [this.#heads, this.#counts, this.#next, this.#rows].reduce(
      (sum, {byteLength}) => sum + byteLength,
      0
    );
  }
}
