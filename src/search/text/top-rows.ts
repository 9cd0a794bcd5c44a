/** The best few of many rows: a heap whose first is the worst of them. */
export class TopRows {
  readonly #limit: number;
  readonly #isBefore: (a: number, b: number) => boolean;
  readonly #rows: number[] = [];
  readonly #scores: number[] = [];

  /** `isBefore` orders rows of the same score. */
  constructor(limit: number, isBefore: (a: number, b: number) => boolean) {
    this.#limit = limit;
    this.#isBefore = isBefore;
  }

  /** What a score must reach to be among the best. */
  get floor(): number {
    return this.#rows.length < this.#limit ? -Infinity : (this.#scores[0] ?? Infinity);
  }

  add(row: number, score: number): void {
    if (this.#rows.length < this.#limit) {
      this.#rows.push(row);
      this.#scores.push(score);
      this.#rise(this.#rows.length - 1);
    } else if (this.#limit > 0 && this.#isWorse(0, row, score)) {
      this.#rows[0] = row;
      this.#scores[0] = score;
      this.#sink();
    }
  }

  /** The rows, best first. */
  sorted(): {readonly row: number; readonly score: number}[] {
    return this.#rows
      .map((row, i) => ({row, score: this.#scores[i]!}))
      .sort((a, b) => b.score - a.score || (this.#isBefore(a.row, b.row) ? -1 : 1));
  }

  /** Whether the one at a place comes after a row. */
  #isWorse(at: number, row: number, score: number): boolean {
    const own = this.#scores[at]!;
    return own < score || (own === score && this.#isBefore(row, this.#rows[at]!));
  }

  #rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isWorse(at, this.#rows[parent]!, this.#scores[parent]!)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(): void {
    for (let at = 0; ;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (
          child < this.#rows.length &&
          this.#isWorse(child, this.#rows[worst]!, this.#scores[worst]!)
        )
          worst = child;
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }

  #swap(a: number, b: number): void {
    [this.#rows[a], this.#rows[b]] = [this.#rows[b]!, this.#rows[a]!];
    [this.#scores[a], this.#scores[b]] = [this.#scores[b]!, this.#scores[a]!];
  }
}
