/** Whole numbers, one after another, without saying before how many. */
export class GrowingInts {
  #values = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const longer = new Int32Array(2 * this.#length);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#length++] = value;
  }

  /** What was pushed; of no use after the next push. */
  values(): Int32Array {
    return this.#values.subarray(0, this.#length);
  }
}
