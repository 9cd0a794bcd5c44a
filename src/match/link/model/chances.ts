import type {LearnInput} from "./learn-input.ts";
import type {Learned} from "./learned.ts";
import {createLevelBits} from "./level-bits.ts";
import type {Story} from "./stories.ts";
import {sumStory, toStories} from "./stories.ts";
import type {PairList} from "./pair-list.ts";

/** The probability that each pair of the list is one. */
export function toChances(
  {comparers, patterns, pairs, labels, isOneToOne, size}: LearnInput,
  learned: Learned
): Float64Array {
  const odds = toPatternOdds({comparers, patterns}, learned);
  const own = Float64Array.from(pairs.patterns, (pattern, i) => {
    const label = labels.get(i);
    return label === undefined ? odds[pattern]! : label === 1 ? 2 ** 40 : 0;
  });
  return isOneToOne ? toCompetingChances(pairs, own, size) : own.map((odd) => odd / (1 + odd));
}

/** How much likelier each pattern is of a pair that is one. */
function toPatternOdds(
  {comparers, patterns}: Pick<LearnInput, "comparers" | "patterns">,
  learned: Learned
): Float64Array {
  const odds = new Float64Array(patterns.count);
  if (learned.groups) {
    const {ones, twos} = toStories({...learned, groups: learned.groups}, comparers);
    const sum = (stories: readonly Story[], levels: Uint8Array): number =>
      stories.reduce((all, story) => all + 2 ** sumStory(story, levels), 0);
    return odds.map((_, pattern) => {
      const levels = patterns.levels(pattern);
      return sum(ones, levels) / sum(twos, levels);
    });
  }
  const bits = createLevelBits(learned, comparers);
  const start = Math.log2(learned.prior / (1 - learned.prior));
  return odds.map((_, pattern) => {
    const levels = patterns.levels(pattern);
    let sum = start;
    for (let i = 0; i < patterns.width; ++i) sum += bits.of(i, levels);
    return 2 ** sum;
  });
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
