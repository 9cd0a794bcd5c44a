import {createCandidates} from "./blocking/candidates.ts";
import {drawOthers} from "./compare-pairs.ts";
import {FIRST_SHARE} from "./learn-pairs.ts";
import type {LinkInput} from "./link-input.ts";
import {countPairs} from "./link-tables.ts";
import type {BlockingEstimate} from "./match-table.ts";
import {toChances} from "./model/chances.ts";
import {learn} from "./model/learn.ts";
import {PairListBuilder} from "./model/pair-list.ts";
import {Patterns} from "./model/patterns.ts";
import type {Prepared} from "./prepare.ts";
import {prepare, toRuleBlocks} from "./prepare.ts";
import {toRecall} from "./recall.ts";

/** Pairs of the sample that recall is told from, about; records are drawn evenly. */
const SAMPLE_PAIRS = 40_000;

/** What is to be expected of a plan, told before it is run. */
export interface BlockingForecast {
  /** By rule, in the plan's order. */
  readonly rules: readonly BlockingEstimate[];
  /** Pairs that are compared, each once. */
  readonly pairs: number;
  /** All pairs that there are. */
  readonly total: number;
  /** The share of matches that these rules are estimated to find, from a sample. */
  readonly recall: number;
}

/** Counts what blocking brings together, and compares a sample of it. */
export async function estimateBlocking(
  input: LinkInput,
  work: {signal?: AbortSignal} = {}
): Promise<BlockingForecast> {
  const prepared = prepare(input);
  const {tables} = prepared;
  const blocks = await toRuleBlocks(input, tables, work);
  const start = tables.isLink ? (input.from ?? 0) : 0;
  const toCandidates = createCandidates(tables, blocks, input.from);
  let pairs = 0;
  for (let record = start; record < tables.firstSize; ++record) {
    pairs += toCandidates(record).count;
  }
  const rules = blocks.map(({pairs: own, skipped}, i) => ({
    rule: input.plan.blocking[i]!,
    pairs: own,
    skipped
  }));
  const step = Math.max(1, Math.ceil(pairs / SAMPLE_PAIRS));
  const recall = sampleRecall(prepared, createCandidates(tables, blocks, input.from), {
    start,
    step
  });
  return {rules, pairs, total: countPairs(tables), recall};
}

/** Learns from the pairs of each `step`th record, as if there were no others. */
function sampleRecall(
  {tables, comparers}: Prepared,
  toCandidates: ReturnType<typeof createCandidates>,
  {start, step}: {readonly start: number; readonly step: number}
): number {
  const patterns = new Patterns(comparers);
  const list = new PairListBuilder();
  for (let a = start; a < tables.firstSize; a += step) {
    const {count, others, rules} = toCandidates(a);
    for (let i = 0; i < count; ++i)
      list.add(a, others[i]!, patterns.compare(a, others[i]!), rules[i]!);
  }
  const pairs = list.build();
  const facts = {
    comparers,
    patterns,
    pairs,
    random: drawOthers(tables, pairs, patterns),
    total: Math.max(2, countPairs(tables) / step),
    firstGuess: 1 + (FIRST_SHARE * tables.firstSize) / step,
    labels: new Map<number, number>(),
    isOneToOne: false,
    size: tables.size
  };
  return toRecall(pairs.rules, toChances(facts, learn(facts)));
}
