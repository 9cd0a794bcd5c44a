import {InputError} from "../../../lib/errors.ts";
import {correlateRanks} from "../../../lib/rank-correlation.ts";
import type {Embed, ToLikeness} from "./likeness.ts";
import {toCosines} from "./likeness.ts";
import type {Column} from "./read-records.ts";
import {needValue, readRecords} from "./read-records.ts";

/** Two texts and how similar people find them. */
export interface RatedPair {
  readonly texts: readonly [string, string];
  readonly score: number;
}

const LEFT: Column = ["left", "sentence1", "anchor"];
const RIGHT: Column = ["right", "sentence2", "target"];
const SCORE: Column = ["score", "similarity_score"];
const STS_BENCHMARK: readonly Column[] = [
  ["genre"],
  ["file"],
  ["year"],
  ["id"],
  SCORE,
  LEFT,
  RIGHT
];

/**
 * Pairs of a CSV file (two texts and a score, or columns named by a header), of a `.jsonl` file, or of the STS benchmark's own
 * tab-separated files (genre, file, year, number, score, two texts).
 */
export async function readRatedPairs(path: string): Promise<RatedPair[]> {
  const records = await readRecords(path, [LEFT, RIGHT, SCORE], STS_BENCHMARK);
  return records.map((record, i) => {
    const [left, right, score] = [LEFT, RIGHT, SCORE].map(([name]) =>
      needValue(record, name, path, i + 1)
    );
    if (score === "" || Number.isNaN(Number(score)))
      throw new InputError(`score no number: "${score}", in record ${i + 1} of ${path}`);
    return {texts: [left!, right!], score: Number(score)};
  });
}

/** Spearman's rank correlation between the ratings and how alike the texts are. */
export async function scorePairs(
  pairs: readonly RatedPair[],
  toLikeness: ToLikeness
): Promise<number> {
  const likeness = await toLikeness(pairs.flatMap(({texts}) => texts));
  return correlateRanks(
    pairs.map((_, i) => likeness(2 * i, 2 * i + 1)),
    pairs.map(({score}) => score)
  );
}

/** The same with the cosines of the vectors that `embed` gives (unit length). */
export function evaluatePairs(pairs: readonly RatedPair[], embed: Embed): Promise<number> {
  return scorePairs(pairs, toCosines(embed));
}
