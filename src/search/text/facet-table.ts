import {foldText} from "../../lib/text.ts";
import {grow} from "../grow.ts";

/** A facet's value, known by number. */
interface FacetValue {
  readonly name: string;
  readonly value: string;
  readonly folded: string;
}

/** For each row the exact values that queries narrow by, and answers are counted by. */
export class FacetTable {
  readonly #numbers = new Map<string, Map<string, number>>();
  readonly #values: FacetValue[] = [];
  #rows = new Int32Array(1);
  #rowCount = 0;
  #cells = new Int32Array(0);
  #length = 0;

  /** Adds the next row. */
  add(facets: Readonly<Record<string, readonly string[]>>): void {
    for (const name in facets)
      for (const value of facets[name]!) {
        if (this.#length === this.#cells.length) this.#cells = grow(this.#cells, this.#length + 1);
        this.#cells[this.#length++] = this.#number(name, value);
      }
    const row = this.#rowCount++;
    if (row + 1 >= this.#rows.length) this.#rows = grow(this.#rows, row + 2);
    this.#rows[row + 1] = this.#length;
  }

  has(name: string): boolean {
    return this.#numbers.has(name);
  }

  /** How many values there are; they are numbered from 0. */
  get size(): number {
    return this.#values.length;
  }

  value(number: number): {readonly name: string; readonly value: string} {
    return this.#values[number]!;
  }

  /** The values of a facet that are a text, else those that begin with it, whatever case and accents. */
  find(name: string, text: string): number[] {
    const folded = foldText(text);
    const numbers = [...(this.#numbers.get(name)?.values() ?? [])];
    const whole = numbers.filter((number) => this.#values[number]!.folded === folded);
    return whole.length > 0
      ? whole
      : numbers.filter((number) => this.#values[number]!.folded.startsWith(folded));
  }

  /** Whether a row has one of the values that `wanted` has a 1 for. */
  hasAny(row: number, wanted: Uint8Array): boolean {
    for (let at = this.#rows[row]!; at < this.#rows[row + 1]!; ++at)
      if (wanted[this.#cells[at]!] === 1) return true;
    return false;
  }

  /** Adds one to the count of each value of a row. */
  count(row: number, counts: Int32Array): void {
    for (let at = this.#rows[row]!; at < this.#rows[row + 1]!; ++at) ++counts[this.#cells[at]!]!;
  }

  /** The same for the values of one facet. */
  countOf(name: string, row: number, counts: Int32Array): void {
    for (let at = this.#rows[row]!; at < this.#rows[row + 1]!; ++at) {
      const number = this.#cells[at]!;
      if (this.#values[number]!.name === name) ++counts[number]!;
    }
  }

  #number(name: string, value: string): number {
    let values = this.#numbers.get(name);
    if (!values) this.#numbers.set(name, (values = new Map<string, number>()));
    let number = values.get(value);
    if (number === undefined) {
      number = this.#values.push({name, value, folded: foldText(value)}) - 1;
      values.set(value, number);
    }
    return number;
  }
}
