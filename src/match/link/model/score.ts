import type {Comparer} from "../levels/comparer.ts";
import {createGroupScorer} from "./group-scorer.ts";
import type {Learned} from "./learned.ts";
import {clampBits, toMaxBits} from "./learned.ts";
import {createLevelBits} from "./level-bits.ts";
import type {Scorer} from "./scorer.ts";

/** log2 of the odds that what a label says is so: beyond doubt. */
export const SAID_BITS = 40;

export function createScorer(learned: Learned, comparers: readonly Comparer[]): Scorer {
  const {groups} = learned;
  if (groups) return createGroupScorer({...learned, groups}, comparers);
  const levelBits = createLevelBits(learned, comparers);
  const most = toMaxBits(comparers);
  return {
    prior: Math.log2(learned.prior / (1 - learned.prior)),
    bits(i, pair, a, b) {
      const own = levelBits.of(i, pair);
      const level = pair[i]!;
      const {share, meanShare, levels} = comparers[i]!;
      if (!share || !meanShare || level === levels.length - 1) return own;
      const rarity = share(a, b, level);
      if (rarity === undefined) return own;
      const more = levelBits.own(i, pair) * Math.log2(meanShare / rarity);
      return clampBits(own + more, levels[level]!, most);
    }
  };
}

/** log2 of the odds that two records are one. */
export function toLogOdds(
  scorer: Scorer,
  comparers: readonly Comparer[],
  a: number,
  b: number
): number {
  const levels = toLevels(comparers, a, b);
  let sum = scorer.prior + (scorer.group?.(levels).bits ?? 0);
  for (let i = 0; i < comparers.length; ++i) sum += scorer.bits(i, levels, a, b);
  return sum;
}

/** How two records agree in each respect. */
export function toLevels(comparers: readonly Comparer[], a: number, b: number): number[] {
  return comparers.map(({compare}) => compare(a, b));
}

export function toProbability(logOdds: number): number {
  return 1 / (1 + 2 ** -logOdds);
}

/** log2 of the odds; what is certain is as sure as a label. */
export function toBitsOf(probability: number): number {
  const bits = Math.log2(probability / (1 - probability));
  return Math.max(-SAID_BITS, Math.min(SAID_BITS, bits));
}
