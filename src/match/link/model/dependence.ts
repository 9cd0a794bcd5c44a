import type {Comparer} from "../levels/comparer.ts";
import type {Given, Learned} from "./learned.ts";
import {toBits} from "./learned.ts";
import type {Patterns} from "./patterns.ts";

/** A level that says more bits than this for a pair is agreement. */
const AGREES = 1;
/** From fewer pairs that are two and agree nothing is learned, and what was expected counts as much as some. */
const MIN_PAIRS = 20;
const EXPECTED_PAIRS = 10;
/** What agrees not so much more often is independent. */
const MIN_LIFT = 1.5;

/** By comparer and level, whether the level is agreement. */
export function toAgreement(learned: Learned, comparers: readonly Comparer[]): boolean[][] {
  return toBits(learned, comparers).map((own) => own.map((bits) => bits > AGREES));
}

/**
 * Which respects agree together among pairs that are two: records of one artist have one genre too, and that they have
 * says nothing more. Each respect depends on those that tell more than it (the augmented naive Bayes of N. Friedman, D.
 * Geiger, M. Goldszmidt, "Bayesian Network Classifiers", 1997). `weights` are the pairs that are two, by pattern; one that
 * was drawn stands for `scale` of them.
 */
export function toDependence(
  learned: Learned,
  comparers: readonly Comparer[],
  patterns: Patterns,
  weights: Float64Array,
  scale: number
): Given[][] {
  const {width} = patterns;
  const agrees = toAgreement(learned, comparers);
  const counts = comparers.map(() => comparers.map(({levels}) => new Float64Array(levels.length)));
  for (let pattern = 0; pattern < weights.length; ++pattern) {
    if (weights[pattern] === 0) continue;
    for (let i = 0; i < width; ++i) {
      if (!agrees[i]![patterns.level(pattern, i)]!) continue;
      for (let j = 0; j < width; ++j)
        counts[i]![j]![patterns.level(pattern, j)]! += weights[pattern]!;
    }
  }
  const tells = learned.m.map((own, i) => toInformation(own, learned.u[i]!));
  return comparers.map(({column}, j) =>
    comparers.flatMap((other, i): Given[] => {
      const isBefore = tells[i]! > tells[j]! || (tells[i] === tells[j] && i < j);
      if (i === j || other.column === column || !isBefore) return [];
      const u = toShares(counts[i]![j]!, learned.u[j]!, EXPECTED_PAIRS + scale);
      return u && toLift(u, learned.u[j]!, agrees[j]!) >= MIN_LIFT ? [{parent: i, u}] : [];
    })
  );
}

/** Shares of the levels where a value is there; undefined where there are too few. */
function toShares(
  counts: Float64Array,
  expected: readonly number[],
  strength: number
): number[] | undefined {
  const present = counts.slice(0, -1);
  const sum = present.reduce((all, count) => all + count, 0);
  if (sum < MIN_PAIRS) return undefined;
  const own = Array.from(
    present,
    (count, level) => (count + strength * expected[level]!) / (sum + strength)
  );
  return [...own, expected.at(-1)!];
}

/** How much more often there is agreement. */
function toLift(
  u: readonly number[],
  alone: readonly number[],
  agrees: readonly boolean[]
): number {
  let [sum, expected] = [0, 0];
  for (const [level, isAgreement] of agrees.entries()) {
    if (!isAgreement) continue;
    sum += u[level]!;
    expected += alone[level]!;
  }
  return expected === 0 ? 0 : sum / expected;
}

/** Bits that a respect is expected to tell of a pair that is one (Kullback and Leibler's divergence). */
function toInformation(m: readonly number[], u: readonly number[]): number {
  const present = m.slice(0, -1);
  return present.reduce((sum, one, i) => sum + (one > 0 ? one * Math.log2(one / u[i]!) : 0), 0);
}
