import type {Blocks} from "./blocking/blocks.ts";
import type {CompareWork} from "./compare-pairs.ts";
import {comparePairs, drawOthers} from "./compare-pairs.ts";
import type {Labelled} from "./labelled.ts";
import {toLabelled} from "./labelled.ts";
import type {LinkInput} from "./link-input.ts";
import {countPairs} from "./link-tables.ts";
import type {Learned} from "./model/learned.ts";
import {fromModel} from "./model/learned.ts";
import {toChances} from "./model/chances.ts";
import {learn} from "./model/learn.ts";
import type {PairList} from "./model/pair-list.ts";
import {findPair} from "./model/pair-list.ts";
import {Patterns} from "./model/patterns.ts";
import type {Prepared} from "./prepare.ts";

/** One of so many records has a double, before anything was seen. */
export const FIRST_SHARE = 0.1;
/** A record of a linked table that has two sure partners is met now and then by chance; more often, the tables are not clean. */
const SURE = 0.95;
const MAX_SHARED = 0.15;

export interface LearnedPairs {
  readonly pairs: PairList;
  readonly learned: Learned;
  /** By place in the list of pairs. */
  readonly labels: ReadonlyMap<number, number>;
  readonly isOneToOne: boolean;
}

/** Compares what blocking brings together, and learns from it; a model that is given is taken as it is. */
export async function learnPairs(
  input: LinkInput,
  {tables, comparers}: Prepared,
  rules: readonly Blocks[],
  work: CompareWork
): Promise<LearnedPairs> {
  const said = toLabelled(input);
  const patterns = new Patterns(comparers);
  const pairs = await comparePairs(
    tables,
    rules,
    patterns,
    {from: input.from ?? 0, labelled: groupByFirst(said)},
    work
  );
  const labels = new Map<number, number>();
  for (const {a, b, isMatch} of said) {
    const place = findPair(pairs, a, b);
    if (place !== -1) labels.set(place, isMatch ? 1 : 0);
  }
  const facts = {
    comparers,
    patterns,
    pairs,
    random: new Int32Array(0),
    total: Math.max(2, countPairs(tables)),
    firstGuess: 1 + FIRST_SHARE * tables.firstSize,
    labels,
    isOneToOne: false,
    size: tables.size
  };
  if (input.model) {
    const learned = fromModel(input.model, comparers);
    const isOneToOne = tables.isLink && isClean(pairs, toChances(facts, learned));
    return {pairs, learned, labels, isOneToOne};
  }
  work.onProgress?.(0, 0, "learning what tells them apart");
  const random = drawOthers(tables, pairs, patterns);
  // of two clean tables a record competes for its partner, which is learned from at once: what is only alike loses
  if (tables.isLink) {
    const learned = learn({...facts, random, isOneToOne: true});
    if (isClean(pairs, toChances(facts, learned)))
      return {pairs, learned, labels, isOneToOne: true};
  }
  return {pairs, learned: learn({...facts, random}), labels, isOneToOne: false};
}

/** Whether hardly a record is surely one with two of the other table. */
function isClean({a, b}: PairList, chances: Float64Array): boolean {
  const partners = new Map<number, number>();
  for (const [i, chance] of chances.entries()) {
    if (chance < SURE) continue;
    for (const record of [a[i]!, b[i]!]) partners.set(record, (partners.get(record) ?? 0) + 1);
  }
  const shared = [...partners.values()].filter((count) => count > 1).length;
  return shared <= MAX_SHARED * partners.size;
}

function groupByFirst(said: readonly Labelled[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const {a, b} of said) {
    const group = groups.get(a);
    if (!group) groups.set(a, [b]);
    else if (group.at(-1) !== b) group.push(b);
  }
  return groups;
}
