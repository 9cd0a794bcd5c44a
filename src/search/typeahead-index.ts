import {BestList} from "./best-list.ts";
import type {Grade} from "./grade-row.ts";
import {gradeRow} from "./grade-row.ts";
import {grow} from "./grow.ts";
import {PostingLists} from "./posting-lists.ts";
import {RowWords} from "./row-words.ts";
import {toTitleWords, toTypedWords} from "./search-words.ts";
import type {TypeaheadHit, TypeaheadItem} from "./typeahead-item.ts";
import type {Use} from "./weight.ts";
import {toFreshness, toWeight} from "./weight.ts";
import {WordDictionary} from "./word-dictionary.ts";
import type {Looseness} from "./word-matches.ts";
import {findWords} from "./word-matches.ts";

const DEFAULT_LIMIT = 10;
/** More words than these are no title that somebody looks for. */
const MAX_WORDS = 16;
/** Rows that are no more are cleared away once they are many and more than those that are. */
const MIN_DEAD_ROWS = 4096;
/** Of what a hit's score is made beyond its whole part, which its rank is: they add up to less than one. */
const QUALITY_PART = 0.4;
const WEIGHT_PART = 0.35;
const COVERAGE_PART = 0.24;
/** What is looser is looked for only where the list is not full. */
const LOOSER: readonly Looseness[] = ["exact", "near", "inside"];
const WHOLE_TITLE = 5;
const TITLE_START = 4;

export interface TypeaheadOptions<T> {
  /** Hits at most; 10 if left out. */
  readonly limit?: number;
  /** What may be an answer; all if left out. */
  readonly accept?: (item: T) => boolean;
}

interface Row<T> {
  readonly item: T;
  readonly letters: number;
  /** See `toFreshness`. */
  readonly fresh: number;
  readonly usedFresh: number;
  readonly uses: number;
}

/**
 * Finds things by the beginnings of the words of their titles while one types, also where a letter or two are wrong.
 * All words that are typed must be there. Titles that start so come first, then words, then near words, then insides
 * of words; within a rank what is used, new and short. Nothing typed gives what is used and new. The same items give
 * the same answer, in whatever order they came.
 */
export class TypeaheadIndex<T extends TypeaheadItem> {
  #dictionary = new WordDictionary();
  #postings = new PostingLists();
  #words = new RowWords();
  #rows: (Row<T> | undefined)[] = [];
  readonly #rowOf = new Map<string, number>();
  readonly #uses = new Map<string, Use>();
  /** The search that last met a row, so that one with two words is met once. */
  #metBy = new Int32Array(0);
  #searches = 0;
  #newest = 0;

  get size(): number {
    return this.#rowOf.size;
  }

  get(id: string): T | undefined {
    const row = this.#rowOf.get(id);
    return row === undefined ? undefined : this.#rows[row]!.item;
  }

  /** Adds an item, or takes it in the place of the one with its id. */
  put(item: T): void {
    this.#newest = Math.max(this.#newest, item.updated);
    const row = this.#rowOf.get(item.id);
    const before = row === undefined ? undefined : this.#rows[row];
    if (before && isFoundAlike(before.item, item))
      this.#rows[row!] = {...before, item, fresh: toFreshness(item.updated)};
    else {
      this.remove(item.id);
      this.#append(item);
    }
  }

  remove(id: string): void {
    const row = this.#rowOf.get(id);
    if (row === undefined) return;
    this.#rows[row] = undefined;
    this.#rowOf.delete(id);
    const dead = this.#rows.length - this.#rowOf.size;
    if (dead > MIN_DEAD_ROWS && dead > this.#rowOf.size) this.#clearAway();
  }

  /** Tells how much an item is used, there already or not. */
  use(id: string, use: Use): void {
    this.#uses.set(id, use);
    this.#newest = Math.max(this.#newest, use.at);
    const row = this.#rowOf.get(id);
    if (row !== undefined) this.#rows[row] = {...this.#rows[row]!, ...toUse(use)};
  }

  /** The best items for a text, best first. */
  search(
    text: string,
    {limit = DEFAULT_LIMIT, accept = () => true}: TypeaheadOptions<T> = {}
  ): TypeaheadHit<T>[] {
    const words = toTypedWords(text).slice(0, MAX_WORDS);
    if (words.length === 0) return text.trim() === "" ? this.#findUsed(limit, accept) : [];
    let hits: TypeaheadHit<T>[] = [];
    for (const looseness of LOOSER)
      if (hits.length < limit) hits = this.#find(words, looseness, limit, accept);
    return hits;
  }

  #append(item: T): void {
    const row = this.#rows.length;
    const toNumbers = (texts: readonly string[]): number[] =>
      texts.map((word) => this.#dictionary.add(word));
    const title = toTitleWords(item.title);
    const numbers = toNumbers(title);
    const beside = toNumbers(item.also?.flatMap(toTitleWords) ?? []);
    this.#words.add(numbers, beside);
    for (const word of numbers) this.#postings.add(word, row);
    for (const word of beside) this.#postings.add(word, row);
    this.#rows.push({
      item,
      letters: title.reduce((sum, {length}) => sum + length, 0),
      fresh: toFreshness(item.updated),
      ...toUse(this.#uses.get(item.id))
    });
    this.#rowOf.set(item.id, row);
  }

  #clearAway(): void {
    const items = this.#rows.flatMap((row) => (row ? [row.item] : []));
    this.#dictionary = new WordDictionary();
    this.#postings = new PostingLists();
    this.#words = new RowWords();
    this.#rows = [];
    for (const item of items) this.#append(item);
  }

  #find(
    typed: readonly string[],
    looseness: Looseness,
    limit: number,
    accept: (item: T) => boolean
  ): TypeaheadHit<T>[] {
    const found = typed.map((word) => findWords(this.#dictionary, word, looseness));
    const matches = found.map((one) => one.matches);
    const letters = typed.reduce((sum, {length}) => sum + length, 0);
    const best = new BestList<T>(limit);
    const now = toFreshness(this.#newest);
    const grade: Grade = {rank: 0, quality: 0, isStart: false};
    this.#eachRow(this.#findRarest(found.map(({words}) => words)), (number) => {
      const row = this.#rows[number];
      if (!row || !accept(row.item)) return;
      gradeRow(this.#words, number, matches, grade);
      if (grade.rank === 0) return;
      const rank = !grade.isStart
        ? grade.rank
        : letters === row.letters
          ? WHOLE_TITLE
          : TITLE_START;
      const coverage = Math.min(1, letters / Math.max(1, row.letters));
      const score = rank + QUALITY_PART * grade.quality + COVERAGE_PART * coverage;
      if (score + WEIGHT_PART >= best.floor)
        best.add(row.item, score + WEIGHT_PART * weigh(row, now));
    });
    return best.hits();
  }

  /** The words that are in the fewest rows: all rows that answer are among theirs. */
  #findRarest(lists: readonly (readonly number[])[]): readonly number[] {
    let [rarest, least] = [lists[0]!, Infinity];
    for (const words of lists) {
      let count = 0;
      for (const word of words) count += this.#postings.count(word);
      if (count < least) [rarest, least] = [words, count];
    }
    return rarest;
  }

  #eachRow(words: readonly number[], visit: (row: number) => void): void {
    const search = ++this.#searches;
    if (this.#metBy.length < this.#rows.length) this.#metBy = grow(this.#metBy, this.#rows.length);
    const metBy = this.#metBy;
    for (const word of words)
      this.#postings.each(word, (row) => {
        if (metBy[row] === search) return;
        metBy[row] = search;
        visit(row);
      });
  }

  #findUsed(limit: number, accept: (item: T) => boolean): TypeaheadHit<T>[] {
    const best = new BestList<T>(limit);
    const now = toFreshness(this.#newest);
    for (const row of this.#rows) if (row && accept(row.item)) best.add(row.item, weigh(row, now));
    return best.hits();
  }
}

function weigh({fresh, uses, usedFresh}: Row<unknown>, now: number): number {
  return toWeight(fresh / now, uses, usedFresh / now);
}

function toUse(use: Use | undefined): Pick<Row<unknown>, "uses" | "usedFresh"> {
  return {uses: use?.count ?? 0, usedFresh: use ? toFreshness(use.at) : 0};
}

function isFoundAlike(a: TypeaheadItem, b: TypeaheadItem): boolean {
  const [x, y] = [a.also ?? [], b.also ?? []];
  return a.title === b.title && x.length === y.length && x.every((text, i) => text === y[i]);
}
