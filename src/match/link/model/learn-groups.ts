import type {Comparer} from "../levels/comparer.ts";
import type {Groups, Learned} from "./learned.ts";
import type {LearnInput} from "./learn-input.ts";
import {addExpected, addLevels, capWorst, sumLevels, toShares} from "./level-shares.ts";
import {findRelated} from "./related-pairs.ts";
import type {Story} from "./stories.ts";
import {sumStory, toShared, toStories} from "./stories.ts";

type Shares = readonly (readonly number[])[];
type Grouped = Learned & {readonly groups: Groups};

const MAX_ROUNDS = 60;
const CHANGE = 1e-3;
/** Of a level of a group that nobody met: half a pair; what any two have counts as much as some pairs. */
const UNSEEN = 0.5;
const FAR_PAIRS = 5;
const LABEL_WEIGHT = 10;
/** Of pairs that are one, so many at most have left their group: some people move. */
const MOST_MOVED = 0.1;
/** … of one group, where they share more than chance gives any two of all pairs, by so many bits: a town, a household. */
const CLOSENESS = [0, 10];
/** What belongs to the group, and what does not; there are so many columns of each. */
const SHARED = 0.75;
const OWN = 0.25;
const MIN_COLUMNS = 2;

/**
 * Learns where there are groups whose members share much and are not one: a household, a family. There may be more pairs of
 * them than of those that are one, and a model of two classes takes the larger for the matches. So two of one group are
 * classes of their own, as in W. E. Winkler, "Improved Decision Rules in the Fellegi-Sunter Model of Record Linkage"
 * (1993), here one for groups that share little (a town) and one for those that share much, and the matches that have
 * left their group are one too; mixtures of more than two classes: M. D. Larsen, D. B. Rubin, "Iterative Automated Record
 * Linkage Using Mixture Models" (2001). Undefined where such pairs are fewer than those that may be one, or where no
 * respects part what is the group's from what is the thing's.
 */
export function learnGroups(input: LearnInput, u: Shares, outside: Shares): Grouped | undefined {
  const {comparers, patterns, pairs, labels, total, firstGuess} = input;
  const [open, ones, twos] = [0, 1, 2].map(() => new Float64Array(patterns.count));
  for (const [i, pattern] of pairs.patterns.entries()) {
    const label = labels.get(i);
    if (label === undefined) open![pattern]! += 1;
    else (label === 1 ? ones! : twos!)[pattern]! += LABEL_WEIGHT;
  }
  const sizes = CLOSENESS.map((bits) => findRelated(input, u, open!, Math.log2(total) + bits));
  if (sizes.at(-1)!.pairs < firstGuess) return undefined;
  let learned: Grouped = {
    prior: firstGuess / total,
    m: comparers.map(({levels}) => levels.map(({expected}) => expected)),
    u,
    given: comparers.map(() => []),
    groups: {
      moved: MOST_MOVED / 2,
      sizes: sizes.map(({pairs: count, counts}) => ({
        share: count / total,
        u: toShares(addLevels(counts, u, FAR_PAIRS), UNSEEN)
      }))
    }
  };
  for (let round = 0; round < MAX_ROUNDS; ++round) {
    const next = improve(input, learned, {open: open!, ones: ones!, twos: twos!, outside});
    const isDone = Math.abs(next.prior - learned.prior) <= CHANGE * next.prior;
    learned = next;
    if (isDone) break;
  }
  return isGrouped(learned, comparers) ? learned : undefined;
}

interface Counted {
  /** Pairs by pattern: nobody said, said to be one, said to be two. */
  readonly open: Float64Array;
  readonly ones: Float64Array;
  readonly twos: Float64Array;
  /** Levels of pairs that were not compared. */
  readonly outside: Shares;
}

/** Expects and maximises once. */
function improve(input: LearnInput, learned: Grouped, counted: Counted): Grouped {
  const {comparers, patterns, total} = input;
  const stories = toStories(learned, comparers);
  const all = [...stories.ones, ...stories.twos];
  const weights = all.map(() => new Float64Array(patterns.count));
  const {length} = stories.ones;
  for (let pattern = 0; pattern < patterns.count; ++pattern) {
    const odds = all.map((story: Story) => 2 ** sumStory(story, patterns.levels(pattern)));
    const sum = (from: number, to?: number): number =>
      odds.slice(from, to).reduce((a, b) => a + b, 0);
    const [whole, one, two] = [sum(0), sum(0, length), sum(length)];
    for (const [i, odd] of odds.entries()) {
      const said = i < length ? counted.ones[pattern]! / one : counted.twos[pattern]! / two;
      weights[i]![pattern] = odd * (counted.open[pattern]! / whole + said);
    }
  }
  const counts = weights.map((own) => sumLevels(comparers, patterns, own));
  const sizes = weights.map((own) => own.reduce((a, b) => a + b, 0));
  const [stayed, moved, far, ...related] = sizes as [number, number, number, ...number[]];
  const u = toShares(addLevels(counts[2]!, counted.outside), UNSEEN);
  const shared = toShared(learned);
  // what one that has left its group shares with it no more tells nothing of how things differ
  const ones = counts[0]!.map((level, i) =>
    level.map((count, n) => count + (1 - shared[i]!) * counts[1]![i]![n]!)
  );
  const m = toShares(addExpected(ones, comparers, stayed + moved), 0).map((shares, i) =>
    capWorst(shares, comparers[i]!.levels.at(-2)!.expected)
  );
  const kept = Math.min(moved, MOST_MOVED * stayed);
  return {
    ...learned,
    prior: Math.max(1, stayed + kept) / Math.max(total, far),
    m,
    u,
    groups: {
      moved: Math.max(0.001, kept / Math.max(1, stayed + kept)),
      sizes: related.map((size, i) => ({
        share: Math.max(1, size) / total,
        u: toShares(addLevels(counts[3 + i]!, u, FAR_PAIRS), UNSEEN)
      }))
    }
  };
}

function isGrouped(learned: Grouped, comparers: readonly Comparer[]): boolean {
  const shared = toShared(learned);
  const count = (isSo: (share: number) => boolean): number =>
    new Set(comparers.filter((_, i) => isSo(shared[i]!)).map(({column}) => column)).size;
  return (
    count((share) => share >= SHARED) >= MIN_COLUMNS &&
    count((share) => share <= OWN) >= MIN_COLUMNS
  );
}
