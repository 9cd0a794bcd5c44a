import type {Comparer} from "../levels/comparer.ts";
import type {Given} from "./dependence.ts";
import {toDependence} from "./dependence.ts";
import type {Learned} from "./learned.ts";
import {createLevelBits} from "./level-bits.ts";
import {toFallingRatio} from "./monotone.ts";
import type {PairList} from "./pair-list.ts";
import type {Patterns} from "./patterns.ts";

const MAX_ROUNDS = 60;
const CHANGE = 1e-4;
/** What is expected of a level counts as much as this many pairs that are one. */
const EXPECTED_PAIRS = 8;
/** … and as this part of them, so that what is learned stays pairs that are one, and not those that share an author. */
const EXPECTED_PART = 0.3;
/** A label counts as much as this many pairs. */
const LABEL_WEIGHT = 10;
/** Of a level that nobody met it is unknown how rare it is: half a pair. */
const UNSEEN = 0.5;

export interface LearnInput {
  readonly comparers: readonly Comparer[];
  readonly patterns: Patterns;
  readonly pairs: PairList;
  /** Patterns of pairs drawn at random from those that are not in the list. */
  readonly random: Int32Array;
  /** All pairs that there are, compared or not. */
  readonly total: number;
  readonly firstGuess: number;
  /** What is known of pairs of the list, by place: 1 one, 0 two. */
  readonly labels: ReadonlyMap<number, number>;
  /** Whether a record is one with at most one other. */
  readonly isOneToOne: boolean;
  /** Records; positions in the list are below. */
  readonly size: number;
}

/**
 * Learns how pairs that are one differ from those that are two, without being told which are which: the model of I. P.
 * Fellegi and A. B. Sunter, "A Theory for Record Linkage" (1969), by expectation maximisation (W. E. Winkler, "Using the
 * EM Algorithm for Weight Computation in the Fellegi-Sunter Model of Record Linkage", 1988). All pairs are counted:
 * those that the blocking brought as they are, the others by a sample, none of which is one. So agreement on what was
 * blocked by is not taken for the rule among pairs that are two.
 */
export function learn(input: LearnInput): Learned {
  const {comparers, total} = input;
  const expected = comparers.map(({levels}) => levels.map((level) => level.expected));
  const outside = countLevels(input, input.random, () => 1);
  const scale = Math.max(0, total - input.pairs.a.length) / Math.max(1, input.random.length);
  for (const counts of outside) for (const level of counts.keys()) counts[level]! *= scale;

  const u = toShares(
    addLevels(
      countLevels(input, input.pairs.patterns, () => 1),
      outside
    ),
    UNSEEN
  );
  const start: Learned = {prior: input.firstGuess / total, m: expected, u, given: []};
  const alone = improve(input, start, outside, () => []);
  // what depends on what is seen once the pairs that are two are known
  return improve(input, alone, outside, (learned, chances) =>
    toDependence(learned, comparers, input.patterns, toTwos(input, chances, scale), scale)
  );
}

/** Expects and maximises in turns until nothing changes. */
function improve(
  input: LearnInput,
  start: Learned,
  outside: readonly number[][],
  toGiven: (learned: Learned, chances: Float64Array) => Given[][]
): Learned {
  const {comparers, total, labels, pairs} = input;
  const expected = comparers.map(({levels}) => levels.map((level) => level.expected));
  const weightOf = (i: number): number => (labels.has(i) ? LABEL_WEIGHT : 1);
  let learned = start;
  for (let round = 0; round < MAX_ROUNDS; ++round) {
    const chances = toChances(input, learned);
    const ones = countLevels(input, pairs.patterns, (i) => weightOf(i) * chances[i]!);
    const twos = countLevels(input, pairs.patterns, (i) => weightOf(i) * (1 - chances[i]!));
    const matches = chances.reduce((sum, chance) => sum + chance, 0);
    const u = toShares(addLevels(twos, outside), UNSEEN);
    const strength = EXPECTED_PAIRS + EXPECTED_PART * matches;
    const m = toShares(
      ones.map((counts, i) => counts.map((count, j) => count + strength * expected[i]![j]!)),
      0
    ).map((own, i) => [...toFallingRatio(own.slice(0, -1), u[i]!.slice(0, -1)), own.at(-1)!]);
    const prior = Math.min(0.5, Math.max(0.5, matches) / total);
    const isDone = Math.abs(prior - learned.prior) <= CHANGE * prior && isNear(m, learned.m);
    learned = {prior, m, u, given: toGiven({prior, m, u, given: []}, chances)};
    if (isDone) break;
  }
  return learned;
}

/** How many pairs that are two have each pattern, compared or not. */
function toTwos({patterns, pairs, random}: LearnInput, chances: Float64Array, scale: number) {
  const weights = new Float64Array(patterns.count);
  for (const [i, pattern] of pairs.patterns.entries()) weights[pattern]! += 1 - chances[i]!;
  for (const pattern of random) weights[pattern]! += scale;
  return weights;
}

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

/** How often each level comes, each pattern weighing what `weightOf` its place says. */
function countLevels(
  {comparers, patterns}: LearnInput,
  list: Int32Array,
  weightOf: (place: number) => number
): number[][] {
  const weights = new Float64Array(patterns.count);
  for (let i = 0; i < list.length; ++i) weights[list[i]!]! += weightOf(i);
  return comparers.map(({levels}, comparer) => {
    const counts = Array<number>(levels.length).fill(0);
    for (let pattern = 0; pattern < weights.length; ++pattern)
      counts[patterns.level(pattern, comparer)]! += weights[pattern]!;
    return counts;
  });
}

function addLevels(a: readonly number[][], b: readonly number[][]): number[][] {
  return a.map((counts, i) => counts.map((count, j) => count + b[i]![j]!));
}

/** Shares of the levels where both values are there; the missing one's is of all. */
function toShares(counts: readonly number[][], unseen: number): number[][] {
  return counts.map((own) => {
    const present = own.slice(0, -1).map((count) => Math.max(count, unseen));
    const sum = present.reduce((all, count) => all + count, 0);
    return [...present.map((count) => count / sum), own.at(-1)! / (sum + own.at(-1)!)];
  });
}

function isNear(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): boolean {
  return a.every((own, i) => own.every((value, j) => Math.abs(value - b[i]![j]!) < CHANGE));
}
