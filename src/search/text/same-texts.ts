import {hashNumber} from "../../lib/text-hash.ts";
import {grow} from "../grow.ts";

/** Which rows say the same, letter for letter: by row the number of what it says. */
export class SameTexts {
  readonly #numbers = new Map<number, number>();
  #rows = new Int32Array(0);
  #rowCount = 0;

  /** Adds the next row, by all that must be the same. */
  add(texts: readonly string[]): void {
    const hash = hashNumber(texts.join("\0"));
    let number = this.#numbers.get(hash);
    if (number === undefined) this.#numbers.set(hash, (number = this.#numbers.size));
    if (this.#rowCount === this.#rows.length) this.#rows = grow(this.#rows, this.#rowCount + 1);
    this.#rows[this.#rowCount++] = number;
  }

  /** How many different ones there are; they are numbered from 0. */
  get size(): number {
    return this.#numbers.size;
  }

  number(row: number): number {
    return this.#rows[row]!;
  }
}
