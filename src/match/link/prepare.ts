import type {Blocks} from "./blocking/blocks.ts";
import {toBlocks} from "./blocking/blocks.ts";
import {toMeaningBlocks} from "./blocking/meaning-blocks.ts";
import type {CompareWork} from "./compare-pairs.ts";
import type {Comparer} from "./levels/comparer.ts";
import {toComparers} from "./levels/comparers.ts";
import type {LinkInput} from "./link-input.ts";
import type {LinkTables} from "./link-tables.ts";
import {toLinkTables} from "./link-tables.ts";

/** Pairs of one rule, at most: so many a record, and in small tables what costs nothing. */
const PAIRS_PER_RECORD = 10;
const CHEAP_PAIRS = 150_000;

export interface Prepared {
  readonly tables: LinkTables;
  readonly comparers: readonly Comparer[];
}

const known = new WeakMap<
  object,
  Prepared & {readonly input: Pick<LinkInput, "first" | "second" | "plan">}
>();

/** Values, words and their counts, kept as long as the first table is: explaining pair after pair prepares once. */
export function prepare(input: Pick<LinkInput, "first" | "second" | "plan">): Prepared {
  const old = known.get(input.first);
  if (old?.input.second === input.second && old?.input.plan === input.plan) return old;
  const tables = toLinkTables(input.first, input.second, input.plan);
  const prepared = {tables, comparers: toComparers(tables), input};
  known.set(input.first, prepared);
  return prepared;
}

/** The blocks of each rule of the plan, in its order. */
export async function toRuleBlocks(
  input: LinkInput,
  tables: LinkTables,
  {signal, onProgress}: CompareWork = {}
): Promise<Blocks[]> {
  const maxPairs = Math.max(CHEAP_PAIRS, PAIRS_PER_RECORD * tables.size);
  const blocks: Blocks[] = [];
  for (const [i, rule] of input.plan.blocking.entries()) {
    signal?.throwIfAborted();
    onProgress?.(i, input.plan.blocking.length, "bringing records together");
    blocks.push(
      rule.by === "meaning"
        ? await toMeaningBlocks(input, signal ? {signal} : {})
        : toBlocks(tables, rule, maxPairs)
    );
  }
  return blocks;
}
