import {toClusters, toUniquePairs} from "./clusters.ts";
import type {CompareWork} from "./compare-pairs.ts";
import {learnPairs} from "./learn-pairs.ts";
import type {LinkInput} from "./link-input.ts";
import type {MatchOutcome, MatchPair} from "./match-table.ts";
import {toModel} from "./model/learned.ts";
import {toCompetingChances} from "./model/chances.ts";
import {createScorer, SAID_BITS, toBitsOf, toLogOdds, toProbability} from "./model/score.ts";
import {prepare, toRuleBlocks} from "./prepare.ts";
import {toRecall} from "./recall.ts";
import {toBestThreshold} from "./threshold.ts";

/** Pairs less likely than this are not worth a look, and no threshold is below it. */
const MIN_PROBABILITY = 0.05;
/** A pair counts no more than this in a cluster, for or against it. */
const MAX_WEIGHT = 12;

/** Finds the records that are one, within a table or between two. The same input gives the same outcome. */
export async function link(input: LinkInput, work: CompareWork = {}): Promise<MatchOutcome> {
  const prepared = prepare(input);
  const {tables, comparers} = prepared;
  const rules = await toRuleBlocks(input, tables, work);
  const {pairs, learned, labels, isOneToOne} = await learnPairs(input, prepared, rules, work);
  const scorer = createScorer(learned, comparers);
  const logOdds = Float64Array.from(pairs.a, (a, i) => {
    const label = labels.get(i);
    if (label !== undefined) return label === 1 ? SAID_BITS : -SAID_BITS;
    return toLogOdds(scorer, comparers, a, pairs.b[i]!);
  });
  const chances = isOneToOne
    ? toCompetingChances(
        pairs,
        logOdds.map((bits) => 2 ** bits),
        tables.size
      )
    : logOdds.map(toProbability);
  const recall = toRecall(pairs.rules, chances);
  const threshold = Math.max(MIN_PROBABILITY, toBestThreshold(chances, recall));

  const offset = toBitsOf(threshold);
  const toWeight = (bits: number): number =>
    Math.max(-MAX_WEIGHT, Math.min(MAX_WEIGHT, bits - offset));
  const edges = [...chances.keys()]
    .filter((i) => chances[i]! >= threshold)
    .map((i) => ({a: pairs.a[i]!, b: pairs.b[i]!, weight: toWeight(logOdds[i]!)}));
  const said = new Map(
    [...labels].map(([i]) => [pairs.a[i]! * tables.size + pairs.b[i]!, logOdds[i]!])
  );
  const toAnyLogOdds = (a: number, b: number): number =>
    said.get(a * tables.size + b) ?? toLogOdds(scorer, comparers, a, b);
  const toAnyWeight = (a: number, b: number): number => toWeight(toAnyLogOdds(a, b));
  const clusters = isOneToOne ? toUniquePairs(edges) : toClusters(edges, toAnyWeight);

  const toSecond = (b: number): number => (tables.isLink ? b - tables.firstSize : b);
  const toPair = (a: number, b: number, probability: number): MatchPair => ({
    a,
    b: toSecond(b),
    probability
  });
  const likely = [...chances.keys()].filter((i) => chances[i]! >= MIN_PROBABILITY);
  const kept = new Set(likely.map((i) => pairs.a[i]! * tables.size + pairs.b[i]!));
  const inClusters = clusters
    .flatMap((cluster) =>
      cluster.flatMap((a, i) => cluster.slice(i + 1).map((b) => [a, b] as const))
    )
    .filter(([a, b]) => !kept.has(a * tables.size + b));
  const found = [
    ...likely.map((i) => toPair(pairs.a[i]!, pairs.b[i]!, chances[i]!)),
    // what others make one is told too, however unlikely by itself
    ...inClusters.map(([a, b]) => toPair(a, b, toProbability(toAnyLogOdds(a, b))))
  ].sort((x, y) => y.probability - x.probability || x.a - y.a || x.b - y.b);
  return {
    model: toModel(learned, comparers, input.plan),
    pairs: found,
    clusters,
    threshold,
    best: chances.reduce((most, chance) => Math.max(most, chance), 0),
    compared: pairs.a.length,
    recall
  };
}
