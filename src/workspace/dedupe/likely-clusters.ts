import {toClusters} from "../../match/link/clusters.ts";
import type {SuggestionStatus} from "../../model/suggestion.ts";
import type {FoundPair} from "./search-run.ts";

/** Records that are likely one. */
export interface DuplicateCluster {
  /** Positions, ascending. */
  readonly records: readonly number[];
  /** Its pairs that are likely by themselves, of all that it has: the rest hangs together by a third record. */
  readonly links: number;
  readonly pairs: number;
}

/** Log2 of odds: beyond doubt, and what is too unlikely to be in the list. */
const SAID_ONE = 12;
const SAID_TWO = -1000;
const UNLISTED = -4;

/**
 * Records that pairs at or above a probability join, as far as their other pairs do not speak against it; what somebody
 * said are two never lies in one. The largest first.
 */
export function findLikelyClusters(
  pairs: readonly (FoundPair & {readonly status: SuggestionStatus})[],
  threshold: number
): DuplicateCluster[] {
  const offset = toBits(threshold);
  const weights = new Map(pairs.map((pair) => [toKey(pair.a, pair.b), toWeight(pair, offset)]));
  const edges = pairs
    .map(({a, b}) => ({a, b, weight: weights.get(toKey(a, b))!}))
    .filter(({weight}) => weight >= 0);
  const clusters = toClusters(edges, (a, b) => weights.get(toKey(a, b)) ?? UNLISTED - offset);
  return clusters
    .map((records) => {
      let links = 0;
      for (const [i, a] of records.entries())
        for (const b of records.slice(i + 1)) if ((weights.get(toKey(a, b)) ?? -1) >= 0) ++links;
      return {records, links, pairs: (records.length * (records.length - 1)) / 2};
    })
    .sort((x, y) => y.records.length - x.records.length || x.records[0]! - y.records[0]!);
}

function toWeight(
  {probability, status}: FoundPair & {readonly status: SuggestionStatus},
  offset: number
): number {
  if (status === "accepted") return SAID_ONE;
  return status === "rejected" ? SAID_TWO : toBits(probability) - offset;
}

function toBits(probability: number): number {
  const sure = Math.min(1 - 2 ** -SAID_ONE, Math.max(2 ** -SAID_ONE, probability));
  return Math.log2(sure / (1 - sure));
}

function toKey(a: number, b: number): string {
  return `${a},${b}`;
}
