import {InputError} from "../../../lib/errors.ts";
import type {LinkTables} from "../link-tables.ts";
import type {BlockingRule} from "../match-table.ts";
import {BLOCK_KEYS} from "./block-values.ts";

/** Which records one rule brings together. Both lists are cut by their starts: record r lies in `blocks[starts[r]]` … */
export interface Blocks {
  readonly starts: Int32Array;
  readonly blocks: Int32Array;
  /** The records of block n, ascending: `members[memberStarts[n]]` … */
  readonly memberStarts: Int32Array;
  readonly members: Int32Array;
  /** Pairs that lie in a block, those in two blocks counted twice. */
  readonly pairs: number;
  /** Blocks that are left out because they are too large to tell anything. */
  readonly skipped: number;
}

/**
 * Brings records together that share a key. The largest blocks are left out where there would be more than `maxPairs`
 * (block purging: G. Papadakis, E. Ioannou, C. Niederée, T. Palpanas, W. Nejdl, "A Blocking Framework for Entity
 * Resolution in Highly Heterogeneous Information Spaces", 2013).
 */
export function toBlocks(tables: LinkTables, rule: BlockingRule, maxPairs: number): Blocks {
  const {keysOf, count} = toKeyIds(tables, rule);
  const sizes = new Int32Array(count);
  const firsts = new Int32Array(count);
  for (const [record, ids] of keysOf.entries())
    for (const id of ids) {
      ++sizes[id]!;
      if (record < tables.firstSize) ++firsts[id]!;
    }
  const toPairs = (id: number): number =>
    tables.isLink ? firsts[id]! * (sizes[id]! - firsts[id]!) : (sizes[id]! * (sizes[id]! - 1)) / 2;
  const {limit, pairs, skipped} = purge(count, toPairs, maxPairs);
  const blockOf = new Int32Array(count).fill(-1);
  let kept = 0;
  for (let id = 0; id < count; ++id) {
    const own = toPairs(id);
    if (own > 0 && own <= limit) blockOf[id] = kept++;
  }
  return {...toLists(keysOf, blockOf, kept), pairs, skipped};
}

/** The keys of each record, by number. */
function toKeyIds(
  {size, columns}: LinkTables,
  {by, columns: names}: BlockingRule
): {keysOf: (readonly number[])[]; count: number} {
  if (by === "meaning") throw new TypeError("meaning has no keys: its pairs come from vectors");
  const parts = names.map((name) => {
    const column = columns.find((one) => one.name === name);
    if (!column) throw new InputError(`column of a blocking rule not in the plan: ${name}`);
    return {ids: column.ids, keys: column.texts.map(BLOCK_KEYS[by])};
  });
  const idOf = new Map<string, number>();
  const toId = (key: string): number => {
    let id = idOf.get(key);
    if (id === undefined) idOf.set(key, (id = idOf.size));
    return id;
  };
  const keysOf = Array.from({length: size}, (_, record) => {
    const keys = parts.map(({ids, keys}) => (ids[record] === -1 ? [] : keys[ids[record]!]!));
    // words of several columns are one bag; of all else, the columns count together
    const own = by === "word" ? [...new Set(keys.flat())] : joinKeys(keys);
    return own.map(toId);
  });
  return {keysOf, count: idOf.size};
}

/** Each key of one column with each of the next. */
function joinKeys(keys: readonly (readonly string[])[]): readonly string[] {
  return keys.reduce(
    (joined, own) => joined.flatMap((a) => own.map((b) => `${a}\u0001${b}`)),
    [""]
  );
}

/** The most pairs that a block may have, so that all together have no more than `maxPairs`. */
function purge(
  count: number,
  toPairs: (id: number) => number,
  maxPairs: number
): {limit: number; pairs: number; skipped: number} {
  const all = Float64Array.from({length: count}, (_, id) => toPairs(id))
    .filter((own) => own > 0)
    .sort();
  let pairs = 0;
  let kept = 0;
  while (kept < all.length) {
    let end = kept;
    while (end < all.length && all[end] === all[kept]) ++end;
    const more = (end - kept) * all[kept]!;
    if (pairs + more > maxPairs) break;
    pairs += more;
    kept = end;
  }
  return {limit: kept === 0 ? 0 : all[kept - 1]!, pairs, skipped: all.length - kept};
}

function toLists(
  keysOf: readonly (readonly number[])[],
  blockOf: Int32Array,
  kept: number
): Pick<Blocks, "starts" | "blocks" | "memberStarts" | "members"> {
  const starts = new Int32Array(keysOf.length + 1);
  const memberStarts = new Int32Array(kept + 1);
  for (const [record, ids] of keysOf.entries()) {
    let own = 0;
    for (const id of ids) {
      const block = blockOf[id]!;
      if (block === -1) continue;
      ++own;
      ++memberStarts[block + 1]!;
    }
    starts[record + 1] = starts[record]! + own;
  }
  for (let block = 0; block < kept; ++block) memberStarts[block + 1]! += memberStarts[block]!;
  const blocks = new Int32Array(starts.at(-1)!);
  const members = new Int32Array(blocks.length);
  const at = memberStarts.slice();
  let next = 0;
  for (const [record, ids] of keysOf.entries())
    for (const id of ids) {
      const block = blockOf[id]!;
      if (block === -1) continue;
      blocks[next++] = block;
      members[at[block]!++] = record;
    }
  return {starts, blocks, memberStarts, members};
}
