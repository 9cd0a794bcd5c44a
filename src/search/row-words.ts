import {grow} from "./grow.ts";

/** For each row the numbers of its words, in order, those of its title before those beside it. */
export class RowWords {
  #words = new Int32Array(0);
  #count = 0;
  /** Of each row where its words begin and where those of its title end; the next row's beginning is this one's end. */
  #bounds = new Int32Array(2);
  #rows = 0;

  /** Adds the next row. */
  add(title: readonly number[], beside: readonly number[]): void {
    const end = this.#count + title.length + beside.length;
    if (end > this.#words.length) this.#words = grow(this.#words, end);
    this.#words.set(title, this.#count);
    this.#words.set(beside, this.#count + title.length);
    const at = 2 * this.#rows++;
    if (at + 2 >= this.#bounds.length) this.#bounds = grow(this.#bounds, at + 3);
    this.#bounds[at + 1] = this.#count + title.length;
    this.#bounds[at + 2] = end;
    this.#count = end;
  }

  /** The place of a row's first word in `word`. */
  start(row: number): number {
    return this.#bounds[2 * row]!;
  }

  /** The place after the last word of its title. */
  titleEnd(row: number): number {
    return this.#bounds[2 * row + 1]!;
  }

  end(row: number): number {
    return this.#bounds[2 * row + 2]!;
  }

  word(place: number): number {
    return this.#words[place]!;
  }

  /** Bytes in use. */
  get bytes(): number {
    return this.#words.byteLength + this.#bounds.byteLength;
  }
}
