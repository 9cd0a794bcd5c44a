import type {LearnInput} from "./learn-input.ts";
import type {Learned} from "./learned.ts";
import {createLevelBits} from "./level-bits.ts";
import type {PairList} from "./pair-list.ts";

/** The probability that each pair of the list is one. */
export function toChances(
  {comparers, patterns, pairs, labels, isOneToOne, size}: LearnInput,
  learned: Learned
): Float64Array {
  const bits = createLevelBits(learned, comparers);
  const start = Math.log2(learned.prior / (1 - learned.prior));
  const odds = new Float64Array(patterns.count);
  for (let pattern = 0; pattern < odds.length; ++pattern) {
    const levels = patterns.levels(pattern);
    let sum = start;
    for (let i = 0; i < patterns.width; ++i) sum += bits.of(i, levels);
    odds[pattern] = 2 ** sum;
  }
  const own = Float64Array.from(pairs.patterns, (pattern, i) => {
    const label = labels.get(i);
    return label === undefined ? odds[pattern]! : label === 1 ? 2 ** 40 : 0;
  });
  return isOneToOne ? toCompetingChances(pairs, own, size) : own.map((odd) => odd / (1 + odd));
}

/** Where a record is one with at most one other, those that may be it take the probability from each other. */
export function toCompetingChances(
  {a, b}: PairList,
  odds: Float64Array,
  size: number
): Float64Array {
  const sums = new Float64Array(size);
  for (let i = 0; i < odds.length; ++i) {
    sums[a[i]!]! += odds[i]!;
    sums[b[i]!]! += odds[i]!;
  }
  return odds.map((odd, i) => odd / (1 + Math.max(sums[a[i]!]!, sums[b[i]!]!)));
}
