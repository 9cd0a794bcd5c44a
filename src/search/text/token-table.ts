import {grow} from "../grow.ts";

/** For each row the numbers of its words, field by field, in order. */
export class TokenTable {
  #words = new Int32Array(0);
  #length = 0;
  /** Of each row where its sections begin, two numbers each: the field and where it ends. */
  #rows = new Int32Array(1);
  #rowCount = 0;
  #sections = new Int32Array(0);
  #sectionsLength = 0;

  /** Adds a word to the row that is being written. */
  push(word: number): void {
    if (this.#length === this.#words.length) this.#words = grow(this.#words, this.#length + 1);
    this.#words[this.#length++] = word;
  }

  /** Ends a field of the row that is being written. */
  endField(field: number): void {
    const at = this.#sectionsLength;
    if (at + 2 > this.#sections.length) this.#sections = grow(this.#sections, at + 2);
    this.#sections[at] = field;
    this.#sections[at + 1] = this.#length;
    this.#sectionsLength = at + 2;
  }

  /** Ends the row that is being written; gives its number. */
  endRow(): number {
    const row = this.#rowCount++;
    if (row + 1 >= this.#rows.length) this.#rows = grow(this.#rows, row + 2);
    this.#rows[row + 1] = this.#sectionsLength;
    return row;
  }

  get rows(): number {
    return this.#rowCount;
  }

  /** The word at a place. */
  word(place: number): number {
    return this.#words[place]!;
  }

  /** Calls `visit` with each field of a row that has been ended. */
  eachSection(row: number, visit: (field: number, from: number, to: number) => void): void {
    const first = this.#rows[row]!;
    const end = this.#rows[row + 1]!;
    let from = first === 0 ? 0 : this.#sections[first - 1]!;
    for (let at = first; at < end; at += 2) {
      const to = this.#sections[at + 1]!;
      visit(this.#sections[at]!, from, to);
      from = to;
    }
  }

  /** Bytes in use. */
  get bytes(): number {
    return this.#words.byteLength + this.#rows.byteLength + this.#sections.byteLength;
  }
}
