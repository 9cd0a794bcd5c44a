import type {Comparer} from "../levels/comparer.ts";
import type {LearnInput} from "./learn-input.ts";
import {sumLevels} from "./level-shares.ts";

/** Two that differ wholly in so many columns of their own are hardly one. */
const CONTRADICTIONS = 2;

/** Pairs that contradict each other and share more bits than `least` all the same: most are two of one group. */
export function findRelated(
  {comparers, patterns}: LearnInput,
  u: readonly (readonly number[])[],
  open: Float64Array,
  least: number
): {pairs: number; counts: number[][]} {
  const weights = open.map((count, pattern) => {
    const levels = patterns.levels(pattern);
    const differing = comparers.filter(
      ({levels: own, isOwn}, i) => isOwn && levels[i] === own.length - 2
    );
    if (new Set(differing.map(({column}) => column)).size < CONTRADICTIONS) return 0;
    return sumAgreement(comparers, levels, u) < least ? 0 : count;
  });
  return {
    pairs: weights.reduce((a, b) => a + b, 0),
    counts: sumLevels(comparers, patterns, weights)
  };
}

/** How unlikely two share what they do by chance, in bits. */
function sumAgreement(
  comparers: readonly Comparer[],
  levels: Uint8Array,
  u: readonly (readonly number[])[]
): number {
  let sum = 0;
  for (const [i, {levels: own}] of comparers.entries()) {
    const level = levels[i]!;
    if (level < (own.length - 2) / 2) sum -= Math.log2(u[i]![level]!);
  }
  return sum;
}
