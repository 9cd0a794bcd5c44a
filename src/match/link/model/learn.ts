import type {Comparer} from "../levels/comparer.ts";
import {toChances} from "./chances.ts";
import {toDependence} from "./dependence.ts";
import type {Given, Learned} from "./learned.ts";
import type {LearnInput} from "./learn-input.ts";
import {learnGroups} from "./learn-groups.ts";
import {addExpected, addLevels, capWorst, sumLevels, toShares} from "./level-shares.ts";
import {toFallingRatio} from "./monotone.ts";

const MAX_ROUNDS = 60;
const CHANGE = 1e-4;
/** Pairs that differ wholly in so many respects are hardly one. */
const CONTRADICTIONS = 2;
/** A label counts as much as this many pairs. */
const LABEL_WEIGHT = 10;
/** Of a level that nobody met it is unknown how rare it is: half a pair. */
const UNSEEN = 0.5;

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
  // of two clean tables partners compete, which parts members of a group already
  const grouped = input.isOneToOne ? undefined : learnGroups(input, u, outside);
  if (grouped) return grouped;
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
    const m = toShares(addExpected(ones, comparers, matches), 0).map((own, i) => {
      // no more may be wholly different than is expected: members of a group agree in more respects than they differ
      const ratios = toFallingRatio(own.slice(0, -1), u[i]!.slice(0, -1));
      return capWorst([...ratios, own.at(-1)!], expected[i]!.at(-2)!);
    });
    const prior = Math.min(0.5, Math.max(0.5, matches) / total);
    const isDone = Math.abs(prior - learned.prior) <= CHANGE * prior && isNear(m, learned.m);
    learned = {prior, m, u, given: toGiven({prior, m, u, given: []}, chances)};
    if (isDone) break;
  }
  return learned;
}

/**
 * How many pairs that are two have each pattern, compared or not. Pairs that differ wholly in several respects count as
 * two here, whatever their chance: where members of a household are taken for one, nobody would learn that they agree in
 * street and postcode together.
 */
function toTwos(
  {comparers, patterns, pairs, random}: LearnInput,
  chances: Float64Array,
  scale: number
): Float64Array {
  const weights = new Float64Array(patterns.count);
  const isContradicted = Uint8Array.from(weights, (_, pattern) =>
    countDifferent(patterns.levels(pattern), comparers) >= CONTRADICTIONS ? 1 : 0
  );
  for (const [i, pattern] of pairs.patterns.entries())
    weights[pattern]! += isContradicted[pattern] === 1 ? 1 : 1 - chances[i]!;
  for (const pattern of random) weights[pattern]! += scale;
  return weights;
}

/** In how many respects the values are there and wholly different. */
function countDifferent(levels: Uint8Array, comparers: readonly Comparer[]): number {
  return comparers.filter((comparer, i) => levels[i] === comparer.levels.length - 2).length;
}

/** How often each level comes, each pair weighing what `weightOf` its place says. */
function countLevels(
  {comparers, patterns}: LearnInput,
  list: Int32Array,
  weightOf: (place: number) => number
): number[][] {
  const weights = new Float64Array(patterns.count);
  for (let i = 0; i < list.length; ++i) weights[list[i]!]! += weightOf(i);
  return sumLevels(comparers, patterns, weights);
}

function isNear(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): boolean {
  return a.every((own, i) => own.every((value, j) => Math.abs(value - b[i]![j]!) < CHANGE));
}
