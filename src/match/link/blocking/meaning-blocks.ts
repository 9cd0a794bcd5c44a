import {findNeighbours} from "../../../lib/vectors/find-neighbours.ts";
import type {LinkInput} from "../link-input.ts";
import type {Blocks} from "./blocks.ts";

const NEIGHBOURS = 8;

/** Each record with those nearest to it in meaning, as blocks of two; without vectors there are none. */
export async function toMeaningBlocks(
  {first, second}: Pick<LinkInput, "first" | "second">,
  work: {signal?: AbortSignal} = {}
): Promise<Blocks> {
  const firstSize = first.keys.length;
  const size = firstSize + (second?.keys.length ?? 0);
  const vectors = joinVectors({first, ...(second && {second})});
  if (!vectors) return toPairBlocks(size, []);
  const {neighbours, k} = await findNeighbours(vectors.values, vectors.dimensions, {
    k: NEIGHBOURS,
    ...work
  });
  const pairs = new Map<number, readonly [number, number]>();
  for (let record = 0; record < size; ++record)
    for (let i = 0; i < k; ++i) {
      const other = neighbours[record * k + i]!;
      const [a, b] = record < other ? [record, other] : [other, record];
      if (a < 0 || (second && (a >= firstSize || b < firstSize))) continue;
      pairs.set(a * size + b, [a, b]);
    }
  return toPairBlocks(size, [...pairs.values()]);
}

function joinVectors({first, second}: Pick<LinkInput, "first" | "second">) {
  const [one, other] = [first.vectors, second?.vectors];
  if (!second || !one) return one;
  if (!other || other.dimensions !== one.dimensions) return undefined;
  const values = new Float32Array(one.values.length + other.values.length);
  values.set(one.values);
  values.set(other.values, one.values.length);
  return {values, dimensions: one.dimensions};
}

function toPairBlocks(size: number, pairs: readonly (readonly [number, number])[]): Blocks {
  const starts = new Int32Array(size + 1);
  for (const pair of pairs) for (const record of pair) ++starts[record + 1]!;
  for (let record = 0; record < size; ++record) starts[record + 1]! += starts[record]!;
  const blocks = new Int32Array(2 * pairs.length);
  const at = starts.slice();
  for (const [n, pair] of pairs.entries()) for (const record of pair) blocks[at[record]!++] = n;
  const memberStarts = Int32Array.from({length: pairs.length + 1}, (_, n) => 2 * n);
  return {
    starts,
    blocks,
    memberStarts,
    members: Int32Array.from(pairs.flat()),
    pairs: pairs.length,
    skipped: 0
  };
}
