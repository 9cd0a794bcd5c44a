import type {Comparer} from "../levels/comparer.ts";
import {toAgreement} from "./dependence.ts";
import type {Learned} from "./learned.ts";
import {clampBits, toBits, toMaxBits} from "./learned.ts";

/** What levels say of a pair, in bits, where all levels of the pair are known. */
export interface LevelBits {
  /** What one respect says, without what others that agree say already. */
  of(comparer: number, levels: ArrayLike<number>): number;
  /** The part of it that others do not say, from 0 to 1. */
  own(comparer: number, levels: ArrayLike<number>): number;
}

export function createLevelBits(learned: Learned, comparers: readonly Comparer[]): LevelBits {
  const alone = toBits(learned, comparers);
  const agrees = toAgreement(learned, comparers);
  const most = toMaxBits(comparers);
  const given = comparers.map(({levels}, i) =>
    (learned.given[i] ?? []).map(({parent, u}) => ({
      parent,
      bits: u.map((share, level) =>
        Math.max(0, clampBits(Math.log2(learned.m[i]![level]! / share), levels[level]!, most))
      )
    }))
  );
  const of = (i: number, levels: ArrayLike<number>): number => {
    const level = levels[i]!;
    let least = alone[i]![level]!;
    // what speaks against a pair is not weakened by what agrees
    if (least <= 0) return least;
    for (const {parent, bits} of given[i]!)
      if (bits[level]! < least && agrees[parent]![levels[parent]!]!) least = bits[level]!;
    return least;
  };
  return {
    of,
    own(i, levels) {
      const all = alone[i]![levels[i]!]!;
      return all <= 0 ? 1 : of(i, levels) / all;
    }
  };
}
