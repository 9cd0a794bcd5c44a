/** Words by number, in the order in which they came, and in the order of their letters. */
export class WordDictionary {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  #order = new Int32Array(0);
  #sorted: string[] = [];

  /** The number of a word, a new one where it was not there. */
  add(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.length;
    this.#numbers.set(word, number);
    this.#words.push(word);
    return number;
  }

  /** The number of a word; undefined where it is not there. */
  find(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  /** The word of a number. */
  word(number: number): string {
    return this.#words[number]!;
  }

  get size(): number {
    return this.#words.length;
  }

  /** All words in the order of their letters. */
  sorted(): readonly string[] {
    this.#sort();
    return this.#sorted;
  }

  /** The number of the word at a place in `sorted`. */
  at(place: number): number {
    return this.#order[place]!;
  }

  /** The places in `sorted` of the words that begin with a text: from the first to before the second. */
  findRange(prefix: string): [from: number, to: number] {
    this.#sort();
    const from = this.#findPlace((word) => word < prefix);
    const to = this.#findPlace((word) => word < prefix || word.startsWith(prefix));
    return [from, to];
  }

  #findPlace(isBefore: (word: string) => boolean): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.#sorted[middle]!)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Puts words that came since into their places: a few cost a walk through the list, not a sort of it. */
  #sort(): void {
    const known = this.#order.length;
    const count = this.#words.length;
    if (known === count) return;
    const words = this.#words;
    const fresh = Array.from({length: count - known}, (_, i) => known + i).sort((a, b) =>
      words[a]! < words[b]! ? -1 : 1
    );
    const order = new Int32Array(count);
    let [old, next] = [0, 0];
    for (let i = 0; i < count; ++i) {
      const isOld =
        next === fresh.length || (old < known && this.#sorted[old]! < words[fresh[next]!]!);
      order[i] = isOld ? this.#order[old++]! : fresh[next++]!;
    }
    this.#order = order;
    this.#sorted = Array.from(order, (number) => words[number]!);
  }
}
