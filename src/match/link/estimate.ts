import {createCandidates} from "./blocking/candidates.ts";
import type {LinkInput} from "./link-input.ts";
import {countPairs} from "./link-tables.ts";
import type {BlockingEstimate} from "./match-table.ts";
import {prepare, toRuleBlocks} from "./prepare.ts";

/** What is to be expected of a plan, told before it is run. */
export interface BlockingForecast {
  /** By rule, in the plan's order. */
  readonly rules: readonly BlockingEstimate[];
  /** Pairs that are compared, each once. */
  readonly pairs: number;
  /** All pairs that there are. */
  readonly total: number;
}

/** Counts what blocking brings together, without comparing it. */
export async function estimateBlocking(
  input: LinkInput,
  work: {signal?: AbortSignal} = {}
): Promise<BlockingForecast> {
  const {tables} = prepare(input);
  const blocks = await toRuleBlocks(input, tables, work);
  const toCandidates = createCandidates(tables, blocks, input.from);
  let pairs = 0;
  for (let record = tables.isLink ? (input.from ?? 0) : 0; record < tables.firstSize; ++record)
    pairs += toCandidates(record).count;
  const rules = blocks.map(({pairs: own, skipped}, i) => ({
    rule: input.plan.blocking[i]!,
    pairs: own,
    skipped
  }));
  return {rules, pairs, total: countPairs(tables)};
}
