import {Blocks} from "./blocks.ts";
import {compareKeys} from "./features/keys.ts";
import {compareMeanings} from "./features/meaning.ts";
import {compareTitles} from "./features/title.ts";
import {compareValues} from "./features/values.ts";
import type {Feature, MatchRecord, Reason} from "./match-record.ts";
import {toScore} from "./score.ts";

const FEATURES: readonly Feature[] = [compareKeys, compareTitles, compareValues];
const DEFAULT_LIMIT = 5;
/** Likely enough that somebody should look. */
const MIN_SCORE = 0.6;

/** A record that may be the same thing, and why. */
export interface LikelyTwin<T extends MatchRecord> {
  readonly record: T;
  /** From 0 to 1. */
  readonly score: number;
  /** The strongest first, those against it too. */
  readonly reasons: readonly Reason[];
}

export interface TwinOptions {
  /** Twins at most; 5 if left out. */
  readonly limit?: number;
  /** The least score; 0.6 if left out. */
  readonly minScore?: number;
  /** Records that are near in meaning, by id, with the cosine: they are compared too. */
  readonly near?: ReadonlyMap<string, number>;
}

/** Finds, among many records, those that may be the same thing as one. */
export class TwinIndex<T extends MatchRecord> {
  readonly #records = new Map<string, T>();
  readonly #blocks = new Blocks();

  get size(): number {
    return this.#records.size;
  }

  put(record: T): void {
    this.#records.set(record.id, record);
    this.#blocks.put(record);
  }

  remove(id: string): void {
    this.#records.delete(id);
    this.#blocks.remove(id);
  }

  get(id: string): T | undefined {
    return this.#records.get(id);
  }

  records(): Iterable<T> {
    return this.#records.values();
  }

  /** The likeliest twins of a record, best first, itself not among them. */
  find(
    record: MatchRecord,
    {limit = DEFAULT_LIMIT, minScore = MIN_SCORE, near = new Map()}: TwinOptions = {}
  ): LikelyTwin<T>[] {
    const ids = new Set([...this.#blocks.find(record), ...near.keys()]);
    ids.delete(record.id);
    const twins: LikelyTwin<T>[] = [];
    for (const id of ids) {
      const other = this.#records.get(id);
      if (!other) continue;
      const twin = compareRecords(record, other, near.get(id));
      if (twin.score >= minScore) twins.push({record: other, ...twin});
    }
    return twins
      .sort((a, b) => b.score - a.score || (a.record.id < b.record.id ? -1 : 1))
      .slice(0, limit);
  }
}

/** How likely two records are one thing, and why. */
export function compareRecords(
  a: MatchRecord,
  b: MatchRecord,
  cosine?: number
): {score: number; reasons: Reason[]} {
  const own = [...FEATURES.flatMap((compare) => compare(a, b)), ...compareMeanings(cosine)];
  const reasons = own.sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight));
  return {score: toScore(reasons), reasons};
}
