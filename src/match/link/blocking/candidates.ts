import type {LinkTables} from "../link-tables.ts";
import type {Blocks} from "./blocks.ts";

/** A record is compared with no more than this: with those that share the most and the smallest blocks. */
const MAX_CANDIDATES = 300;

/** The records that one is compared with, those after it in order. */
export interface Candidates {
  readonly count: number;
  readonly others: Int32Array;
  /** Of each, which rules brought it, as bits. */
  readonly rules: Int32Array;
}

/**
 * Gives the candidates of record after record, to be called with ascending positions. Of too many those with the
 * highest weight are kept, which is the sum over shared blocks of one over their size (ARCS, in G. Papadakis, G.
 * Koutrika, T. Palpanas, W. Nejdl, "Meta-Blocking: Taking Entity Resolution to the Next Level", 2014).
 */
export function createCandidates(
  {size, firstSize, isLink}: LinkTables,
  rules: readonly Blocks[],
  from = 0
): (record: number) => Candidates {
  const masks = new Int32Array(size);
  const weights = new Float64Array(size);
  let others = new Int32Array(1024);
  const found = new Int32Array(size);
  const cursors = rules.map(({memberStarts}) => memberStarts.slice());
  const bits = new Int32Array(size);
  return (record) => {
    const start = isLink ? firstSize : Math.max(record + 1, from <= record ? 0 : from);
    let count = 0;
    for (const [n, {starts, blocks, memberStarts, members}] of rules.entries()) {
      const cursor = cursors[n]!;
      for (let i = starts[record]!; i < starts[record + 1]!; ++i) {
        const block = blocks[i]!;
        const end = memberStarts[block + 1]!;
        while (cursor[block]! < end && members[cursor[block]!]! < start) ++cursor[block]!;
        const weight = 1 / (end - memberStarts[block]!);
        for (let at = cursor[block]!; at < end; ++at) {
          const other = members[at]!;
          if (masks[other] === 0) found[count++] = other;
          masks[other]! |= 1 << n;
          weights[other]! += weight;
        }
      }
    }
    let kept = found.slice(0, count);
    if (count > MAX_CANDIDATES)
      kept = kept.sort((a, b) => weights[b]! - weights[a]! || a - b).slice(0, MAX_CANDIDATES);
    kept.sort();
    if (others.length < kept.length) others = new Int32Array(2 * kept.length);
    others.set(kept);
    for (const [i, other] of kept.entries()) bits[i] = masks[other]!;
    for (let i = 0; i < count; ++i) masks[found[i]!] = weights[found[i]!] = 0;
    return {count: kept.length, others, rules: bits};
  };
}
