import type {Comparer} from "../levels/comparer.ts";
import {createGroupScorer} from "./group-scorer.ts";
import type {Learned} from "./learned.ts";
import {clampBits, toMaxBits} from "./learned.ts";
import {createLevelBits} from "./level-bits.ts";

/** log2 of the odds that what a label says is so: beyond doubt. */
export const SAID_BITS = 40;

/** The bits of each respect, of a pair. */
export interface Scorer {
  /** log2 of the odds that a pair is one before it is looked at. */
  readonly prior: number;
  /**
   * What one respect says of two records, where `levels` has their level in each: agreeing on what is rare says more (W. E.
   * Winkler, "Frequency-Based Matching in Fellegi-Sunter Model of Record Linkage", 2000).
   */
  bits(comparer: number, levels: ArrayLike<number>, a: number, b: number): number;
  /** Where pairs of one group are known: what it is worth that a pair is seen as one of them, or as one that left it. */
  group?(levels: ArrayLike<number>): GroupBits;
}

export interface GroupBits {
  readonly bits: number;
  readonly isGroup: boolean;
  readonly isMoved: boolean;
}

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
