import type {Comparer} from "../levels/comparer.ts";
import type {Patterns} from "./patterns.ts";

/** How often each level comes, by comparer, where each pattern has a weight. */
export function sumLevels(
  comparers: readonly Comparer[],
  patterns: Patterns,
  weights: Float64Array
): number[][] {
  return comparers.map(({levels}, comparer) => {
    const counts = Array<number>(levels.length).fill(0);
    for (let pattern = 0; pattern < weights.length; ++pattern)
      counts[patterns.level(pattern, comparer)]! += weights[pattern]!;
    return counts;
  });
}

export function addLevels(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
  factor = 1
): number[][] {
  return a.map((counts, i) => counts.map((count, j) => count + factor * b[i]![j]!));
}

/** What is expected of a level counts as much as this many pairs that are one. */
const EXPECTED_PAIRS = 8;
/** … and as this part of them, so that what is learned stays pairs that are one, and not those that share an author. */
const EXPECTED_PART = 0.3;

/** Levels of so many pairs that are one, with what was expected of them before anything was seen. */
export function addExpected(
  counts: readonly (readonly number[])[],
  comparers: readonly Comparer[],
  pairs: number
): number[][] {
  const expected = comparers.map(({levels}) => levels.map((level) => level.expected));
  return addLevels(counts, expected, EXPECTED_PAIRS + EXPECTED_PART * pairs);
}

/** Shares of the levels where both values are there; the missing one's is of all. No level is rarer than `unseen` pairs. */
export function toShares(counts: readonly (readonly number[])[], unseen: number): number[][] {
  return counts.map((own) => {
    const present = own.slice(0, -1).map((count) => Math.max(count, unseen));
    const sum = present.reduce((all, count) => all + count, 0);
    return [...present.map((count) => count / sum), own.at(-1)! / (sum + own.at(-1)!)];
  });
}

/** The worst level (not the missing one) cut to what may be, the others grown in its place; they keep their sum. */
export function capWorst(shares: readonly number[], most: number): number[] {
  const present = shares.slice(0, -1);
  const worst = present.at(-1)!;
  if (worst <= most) return [...shares];
  const factor = (1 - most) / (1 - worst);
  const cut = present.map((share, i) => (i === present.length - 1 ? most : share * factor));
  return [...cut, shares.at(-1)!];
}
