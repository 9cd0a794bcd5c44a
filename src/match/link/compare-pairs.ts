import {createPause} from "../../lib/pause.ts";
import {Random} from "../../lib/random.ts";
import type {Blocks} from "./blocking/blocks.ts";
import {createCandidates} from "./blocking/candidates.ts";
import type {LinkTables} from "./link-tables.ts";
import {countPairs} from "./link-tables.ts";
import type {PairList} from "./model/pair-list.ts";
import {findPair, PairListBuilder} from "./model/pair-list.ts";
import {GrowingInts} from "./model/growing.ts";
import type {Patterns} from "./model/patterns.ts";

/** Enough to see what one pair in ten thousand has. */
const RANDOM_PAIRS = 100_000;

export interface CompareWork {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number, step?: string) => void;
}

/** Compares all that blocking brings together. `labelled` are pairs that are compared in any case, by first record. */
export async function comparePairs(
  tables: LinkTables,
  rules: readonly Blocks[],
  patterns: Patterns,
  {from, labelled}: {from: number; labelled: ReadonlyMap<number, readonly number[]>},
  {signal, onProgress}: CompareWork
): Promise<PairList> {
  const pause = createPause(signal);
  const toCandidates = createCandidates(tables, rules, from);
  const list = new PairListBuilder();
  for (let a = tables.isLink ? from : 0; a < tables.firstSize; ++a) {
    const {count, others, rules: bits} = toCandidates(a);
    let i = 0;
    for (const b of labelled.get(a) ?? []) {
      for (; i < count && others[i]! < b; ++i)
        list.add(a, others[i]!, patterns.compare(a, others[i]!), bits[i]!);
      if (others[i] !== b || i >= count) list.add(a, b, patterns.compare(a, b), 0);
    }
    for (; i < count; ++i) list.add(a, others[i]!, patterns.compare(a, others[i]!), bits[i]!);
    await pause();
    onProgress?.(a + 1, tables.firstSize, "comparing");
  }
  return list.build();
}

/** Patterns of pairs that were not compared, drawn at random. */
export function drawOthers(tables: LinkTables, pairs: PairList, patterns: Patterns): Int32Array {
  const {size, firstSize, isLink} = tables;
  const random = new Random("pairs that are two");
  const rest = countPairs(tables) - pairs.a.length;
  const drawn = new GrowingInts();
  // where nearly all were compared, others are hard to hit; and few
  for (let i = 0; i < Math.min(RANDOM_PAIRS, 4 * rest); ++i) {
    const one = random.integer(0, firstSize - 1);
    const other = isLink ? random.integer(firstSize, size - 1) : random.integer(0, size - 1);
    if (one === other) continue;
    const [a, b] = one < other ? [one, other] : [other, one];
    if (findPair(pairs, a, b) === -1) drawn.push(patterns.compare(a, b));
  }
  return drawn.values();
}
