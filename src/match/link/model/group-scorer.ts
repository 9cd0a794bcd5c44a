import type {Comparer} from "../levels/comparer.ts";
import type {Learned} from "./learned.ts";
import {clampBits, toMaxBits} from "./learned.ts";
import type {Scorer} from "./scorer.ts";
import {findLikeliest, toStories} from "./stories.ts";

/**
 * Bits where there are groups: the likeliest way to be one against the likeliest way to be two, so that they add up and
 * what members of a group share is no reason.
 */
export function createGroupScorer(
  learned: Learned & {readonly groups: NonNullable<Learned["groups"]>},
  comparers: readonly Comparer[]
): Scorer {
  const {ones, twos} = toStories(learned, comparers);
  const most = toMaxBits(comparers);
  const alone = ones[0]!.bits;
  let [last, one, two]: [ArrayLike<number> | undefined, (typeof ones)[0], (typeof ones)[0]] = [
    undefined,
    ones[0]!,
    twos[0]!
  ];
  const find = (levels: ArrayLike<number>): void => {
    if (levels === last) return;
    [last, one, two] = [levels, findLikeliest(ones, levels), findLikeliest(twos, levels)];
  };
  const prior = ones[0]!.start - twos[0]!.start;
  return {
    prior,
    group(levels) {
      find(levels);
      return {
        bits: one.start - two.start - prior,
        isMoved: one !== ones[0],
        isGroup: two !== twos[0]
      };
    },
    bits(i, levels, a, b) {
      find(levels);
      const level = levels[i]!;
      const bits = one.bits[i]![level]! - two.bits[i]![level]!;
      const {share, meanShare, levels: names} = comparers[i]!;
      const all = alone[i]![level]!;
      if (!share || !meanShare || bits <= 0 || all <= 0) return bits;
      const rarity = share(a, b, level);
      if (rarity === undefined) return bits;
      const more = Math.min(1, bits / all) * Math.log2(meanShare / rarity);
      return clampBits(bits + more, names[level]!, most);
    }
  };
}
