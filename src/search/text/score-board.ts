import type {Postings} from "./postings.ts";
import type {TokenTable} from "./token-table.ts";
import type {Member} from "./word-groups.ts";

/** Says of a row that something answered it at all. */
const TOUCHED = 1 << 31;

/** The constants of BM25: how soon more of a word adds nothing, and how much long texts are marked down. */
export interface Bm25 {
  readonly k1: number;
  readonly b: number;
}

/**
 * Adds up what each row is worth for a query, by BM25 (S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework:
 * BM25 and Beyond", 2009), a word after the other, in arrays that are used again for the next query. The words of a group
 * (forms of one word) count as one: their frequencies are added before they saturate.
 */
export class ScoreBoard {
  readonly #postings: Postings;
  readonly #tokens: TokenTable;
  readonly #bm25: Bm25;
  #scores = new Float64Array(0);
  #masks = new Int32Array(0);
  #touched = new Int32Array(0);
  #count = 0;
  /** Of the group in work: how often, and in which rows. */
  #frequencies = new Float64Array(0);
  #group = new Int32Array(0);
  #groupCount = 0;
  /** By row what BM25 adds to a frequency below the line; of the mean length that stands beside it. */
  #norms = new Float64Array(0);
  #normsOf = {mean: NaN, rows: 0};

  constructor(postings: Postings, tokens: TokenTable, bm25: Bm25) {
    this.#postings = postings;
    this.#tokens = tokens;
    this.#bm25 = bm25;
  }

  /** Forgets the former query. */
  begin(): void {
    for (let i = 0; i < this.#count; ++i) {
      this.#scores[this.#touched[i]!] = 0;
      this.#masks[this.#touched[i]!] = 0;
    }
    this.#count = 0;
    const {rows} = this.#tokens;
    if (rows > this.#scores.length) {
      const size = Math.max(1024, 2 ** Math.ceil(Math.log2(rows)));
      this.#scores = new Float64Array(size);
      this.#masks = new Int32Array(size);
      this.#touched = new Int32Array(size);
      this.#frequencies = new Float64Array(size);
      this.#group = new Int32Array(size);
    }
    this.#normalise();
  }

  /** How many rows were touched, and the row at a place among them. */
  get count(): number {
    return this.#count;
  }

  row(at: number): number {
    return this.#touched[at]!;
  }

  score(row: number): number {
    return this.#scores[row]!;
  }

  /** The bits that were set for a row. */
  mask(row: number): number {
    return this.#masks[row]! & ~TOUCHED;
  }

  /** Adds a value of its own to a row. */
  add(row: number, score: number, bit: number): void {
    if (this.#masks[row] === 0) this.#touched[this.#count++] = row;
    this.#masks[row]! |= bit | TOUCHED;
    this.#scores[row]! += score;
  }

  /** Adds a group of words; gives its inverse document frequency. `field` -1 means any. */
  addWords(members: readonly Member[], {bit, field}: {bit: number; field: number}): number {
    this.#collect(members);
    if (field >= 0) this.#recount((row) => this.#countMembers(row, members, field));
    return this.#spend(bit, this.#toIdf(this.#groupCount));
  }

  /** Adds words that follow each other; its inverse document frequency is the sum of theirs. */
  addPhrase(words: readonly number[], {bit, field}: {bit: number; field: number}): number {
    const rarest = words.reduce((a, b) =>
      this.#postings.count(b) < this.#postings.count(a) ? b : a
    );
    this.#collect([{word: rarest, weight: 1, how: "phrase"}]);
    this.#recount((row) => this.#countPhrase(row, words, field));
    const idf = words.reduce((sum, word) => sum + this.#toIdf(this.#postings.count(word)), 0);
    return this.#spend(bit, idf);
  }

  /** What a group with an inverse document frequency adds to a row. */
  weigh(idf: number, frequency: number, row: number): number {
    return (idf * (this.#bm25.k1 + 1) * frequency) / (frequency + this.#norms[row]!);
  }

  #collect(members: readonly Member[]): void {
    const frequencies = this.#frequencies;
    const group = this.#group;
    const {hasDead} = this.#postings;
    let count = 0;
    for (const segment of this.#postings.segments(0)) {
      const {rows, weights} = segment;
      for (const {word, weight} of members) {
        const end = segment.end(word);
        for (let at = segment.start(word); at < end; ++at) {
          const row = rows[at]!;
          if (hasDead && this.#postings.isDead(row)) continue;
          if (frequencies[row] === 0) group[count++] = row;
          frequencies[row]! += weight * weights[at]!;
        }
      }
    }
    this.#groupCount = count;
  }

  /** Puts other frequencies in place; rows of none leave the group. */
  #recount(toFrequency: (row: number) => number): void {
    let kept = 0;
    for (let i = 0; i < this.#groupCount; ++i) {
      const row = this.#group[i]!;
      const frequency = toFrequency(row);
      this.#frequencies[row] = frequency;
      if (frequency > 0) this.#group[kept++] = row;
    }
    this.#groupCount = kept;
  }

  /** Turns the frequencies of the group into scores, and forgets them. */
  #spend(bit: number, idf: number): number {
    const frequencies = this.#frequencies;
    const group = this.#group;
    const norms = this.#norms;
    const scores = this.#scores;
    const masks = this.#masks;
    const touched = this.#touched;
    const factor = idf * (this.#bm25.k1 + 1);
    const flags = bit | TOUCHED;
    let count = this.#count;
    // `add` and `weigh`, written out: this is where a query spends its time
    for (let i = 0; i < this.#groupCount; ++i) {
      const row = group[i]!;
      const frequency = frequencies[row]!;
      frequencies[row] = 0;
      if (masks[row] === 0) touched[count++] = row;
      masks[row]! |= flags;
      scores[row]! += (factor * frequency) / (frequency + norms[row]!);
    }
    this.#count = count;
    return idf;
  }

  #toIdf(rows: number): number {
    return Math.log(1 + (this.#postings.living - rows + 0.5) / (rows + 0.5));
  }

  #countMembers(row: number, members: readonly Member[], field: number): number {
    let count = 0;
    this.#tokens.eachSection(row, (own, from, to) => {
      if (own !== field) return;
      for (let place = from; place < to; ++place) {
        const word = this.#tokens.word(place);
        for (const member of members) if (member.word === word) count += member.weight;
      }
    });
    return count;
  }

  #countPhrase(row: number, words: readonly number[], field: number): number {
    let count = 0;
    this.#tokens.eachSection(row, (own, from, to) => {
      if (field >= 0 && own !== field) return;
      for (let place = from; place + words.length <= to; ++place)
        if (words.every((word, i) => this.#tokens.word(place + i) === word)) ++count;
    });
    return count;
  }

  #normalise(): void {
    const {rows} = this.#tokens;
    const mean = this.#postings.meanLength;
    if (this.#normsOf.mean === mean && this.#normsOf.rows === rows) return;
    const {k1, b} = this.#bm25;
    if (rows > this.#norms.length) this.#norms = new Float64Array(this.#scores.length);
    for (let row = 0; row < rows; ++row)
      this.#norms[row] = k1 * (1 - b + (mean === 0 ? 0 : (b * this.#postings.length(row)) / mean));
    this.#normsOf = {mean, rows};
  }
}
