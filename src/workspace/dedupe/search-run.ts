import type {LinkInput} from "../../match/link/link-input.ts";
import type {MatchLabel, MatchModel} from "../../match/link/match-table.ts";
import type {DuplicatePlan} from "./duplicate-plan.ts";
import type {PackedOutcome} from "./packed-link.ts";
import type {RecordsState} from "./records-state.ts";
import type {SourceRecords} from "./source-records.ts";
import {toMatchTable} from "./source-records.ts";

/** Two records that may be one, by their positions: those of the second source after all of the first. */
export interface FoundPair {
  readonly a: number;
  readonly b: number;
  /** From 0 to 1. */
  readonly probability: number;
}

/** The records of a search, of one source or two. */
export interface Sides {
  readonly first: SourceRecords;
  readonly second?: SourceRecords | undefined;
}

/** What to link, and the place of each of its records of the first source among the records. */
export interface LinkRun {
  readonly input: LinkInput;
  readonly order: readonly number[];
}

/**
 * What a run is given. With a `state` and a `model` only records that the former run has not seen are compared, with
 * each other and with all others: they stand last.
 */
export function toLinkRun(
  {first, second}: Sides,
  {pairs, ...plan}: DuplicatePlan,
  labels: readonly MatchLabel[],
  only?: {readonly state: RecordsState; readonly model: MatchModel}
): LinkRun {
  const kinds = new Map(plan.columns.map(({name, kind}) => [name, kind]));
  const compared = pairs.filter((pair) => kinds.has(pair.first));
  const fresh = new Set(only?.state.fresh);
  const all = [...first.ends.keys()];
  const order = only
    ? [...all.filter((i) => !fresh.has(i)), ...all.filter((i) => fresh.has(i))]
    : all;
  return {
    order,
    input: {
      first: toMatchTable(first, "first", compared, {kinds, order}),
      ...(second && {second: toMatchTable(second, "second", compared, {kinds})}),
      plan,
      labels,
      ...(only && {model: only.model, from: all.length - fresh.size})
    }
  };
}

/** The pairs of an outcome by the positions of their records. */
export function toFoundPairs(
  {a, b, probability}: Pick<PackedOutcome, "a" | "b" | "probability">,
  order: readonly number[],
  isLinked: boolean
): FoundPair[] {
  return Array.from(a, (one, i) => {
    const first = order[one]!;
    const second = isLinked ? order.length + b[i]! : order[b[i]!]!;
    return {
      a: Math.min(first, second),
      b: Math.max(first, second),
      probability: probability[i]!
    };
  });
}

/** The surest first; of the same probability in the order of their records. */
export function sortPairs(pairs: readonly FoundPair[]): FoundPair[] {
  return [...pairs].sort((x, y) => y.probability - x.probability || x.a - y.a || x.b - y.b);
}
