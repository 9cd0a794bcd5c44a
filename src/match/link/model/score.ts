import type {Comparer} from "../levels/comparer.ts";
import type {Learned} from "./learned.ts";
import {clampBits, toBits, toMaxBits} from "./learned.ts";

/** The bits of each respect, of a pair. */
export interface Scorer {
  /** log2 of the odds that a pair is one before it is looked at. */
  readonly prior: number;
  /** What a level says of two records: agreeing on what is rare says more (W. E. Winkler, "Frequency-Based Matching in Fellegi-Sunter Model of Record Linkage", 2000). */
  bits(comparer: number, level: number, a: number, b: number): number;
}

export function createScorer(learned: Learned, comparers: readonly Comparer[]): Scorer {
  const bits = toBits(learned, comparers);
  const most = toMaxBits(comparers);
  return {
    prior: Math.log2(learned.prior / (1 - learned.prior)),
    bits(i, level, a, b) {
      const own = bits[i]![level]!;
      const {share, meanShare, levels} = comparers[i]!;
      if (!share || !meanShare || level === levels.length - 1) return own;
      const rarity = share(a, b, level);
      return rarity === undefined
        ? own
        : clampBits(own + Math.log2(meanShare / rarity), levels[level]!, most);
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
  let sum = scorer.prior;
  for (let i = 0; i < comparers.length; ++i)
    sum += scorer.bits(i, comparers[i]!.compare(a, b), a, b);
  return sum;
}

export function toProbability(logOdds: number): number {
  return 1 / (1 + 2 ** -logOdds);
}
