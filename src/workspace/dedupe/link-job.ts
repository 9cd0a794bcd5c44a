import type {BlockingForecast} from "../../match/link/estimate.ts";
import {estimateBlocking} from "../../match/link/estimate.ts";
import {createExplainer} from "../../match/link/explain.ts";
import {link} from "../../match/link/link.ts";
import type {MatchModel, MatchPart} from "../../match/link/match-table.ts";
import type {PackedLink, PackedOutcome} from "./packed-link.ts";
import {packOutcome, unpackLink} from "./packed-link.ts";

type LinkWork = Parameters<typeof link>[1];

/** Finds the records that are one. */
export async function runLink(input: PackedLink, work: LinkWork): Promise<PackedOutcome> {
  return packOutcome(await link(unpackLink(input), work));
}

/** Counts what bringing records together would compare. */
export function runEstimate(input: PackedLink, work: LinkWork): Promise<BlockingForecast> {
  return estimateBlocking(unpackLink(input), work);
}

/** Why pairs are said to be one or two: parts by pair. `b` is a position in the second table where there is one. */
export function runExplain({
  input,
  model,
  pairs
}: {
  readonly input: PackedLink;
  readonly model: MatchModel;
  readonly pairs: readonly {
    readonly a: number;
    readonly b: number;
    readonly probability?: number;
  }[];
}): Promise<MatchPart[][]> {
  const explain = createExplainer(unpackLink(input), model);
  return Promise.resolve(pairs.map(({a, b, probability}) => explain(a, b, probability)));
}
