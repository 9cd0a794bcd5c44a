import type {Comparer} from "../levels/comparer.ts";
import type {Groups, Learned} from "./learned.ts";
import {clampBits, toMaxBits} from "./learned.ts";
import {toFallingRatio} from "./monotone.ts";

/** What a pair may be, against two of no group. */
export interface Story {
  /** log2 of how much more often it is met. */
  readonly start: number;
  /** Bits for it, by comparer and level. */
  readonly bits: readonly (readonly number[])[];
}

/** All that a pair may be. */
export interface Stories {
  /** One thing that is in its group still, then one that has left it. */
  readonly ones: readonly Story[];
  /** Two of no group, then two of a group, the wide groups first. */
  readonly twos: readonly Story[];
}

type Shares = readonly (readonly number[])[];

export function toStories(
  {prior, m, u, groups}: Omit<Learned, "groups"> & {readonly groups: Groups},
  comparers: readonly Comparer[]
): Stories {
  const most = toMaxBits(comparers);
  const toBits = (one: Shares, other: Shares): number[][] =>
    comparers.map(({levels}, i) => {
      const two = other[i]!;
      const falling = toFallingRatio(one[i]!.slice(0, -1), two.slice(0, -1));
      return levels.map((level, n) =>
        n === levels.length - 1 ? 0 : clampBits(Math.log2(falling[n]! / two[n]!), level, most)
      );
    });
  const {moved, sizes} = groups;
  const far = 1 - prior - sizes.reduce((sum, {share}) => sum + share, 0);
  const stayed = toBits(m, u);
  const toStory = (share: number, bits: number[][]): Story => ({
    start: Math.log2(share / far),
    bits
  });
  return {
    ones: [
      toStory(prior * (1 - moved), stayed),
      toStory(prior * moved, toBits(toMoved({m, u, groups}), u))
    ],
    twos: [
      {start: 0, bits: comparers.map(({levels}) => levels.map(() => 0))},
      // what is said for one thing against two of a group falls from level to level too
      ...sizes.map(({share, u: own}) =>
        toStory(
          share,
          toBits(m, own).map((bits, i) => bits.map((bit, n) => stayed[i]![n]! - bit))
        )
      )
    ]
  };
}

/**
 * By comparer, how much of it belongs to the group and not to the thing, from 0 to 1: members of the closest group differ in it as
 * seldom as records that are one, or as often as any two.
 */
export function toShared({m, u, groups}: {m: Shares; u: Shares; groups: Groups}): number[] {
  const {u: own} = groups.sizes.at(-1)!;
  return m.map((one, i) => {
    const worst = one.length - 2;
    const [least, most] = [one[worst]!, u[i]![worst]!];
    return Math.max(0, Math.min(1, (most - own[i]![worst]!) / Math.max(1e-9, most - least)));
  });
}

/** P(level | one that has left its group): what belongs to the group is like that of any two. */
function toMoved(learned: {m: Shares; u: Shares; groups: Groups}): number[][] {
  const {m, u} = learned;
  const shared = toShared(learned);
  return m.map((own, i) =>
    own.map((share, n) => (1 - shared[i]!) * share + shared[i]! * u[i]![n]!)
  );
}

/** log2 of how much more often a pair is this than two of no group. */
export function sumStory({start, bits}: Story, levels: ArrayLike<number>): number {
  let sum = start;
  for (let i = 0; i < bits.length; ++i) sum += bits[i]![levels[i]!]!;
  return sum;
}

/** The likeliest of the stories; of two that are alike the first. */
export function findLikeliest(stories: readonly Story[], levels: ArrayLike<number>): Story {
  let [best, most] = [stories[0]!, -Infinity];
  for (const story of stories) {
    const sum = sumStory(story, levels);
    if (sum > most) [best, most] = [story, sum];
  }
  return best;
}
