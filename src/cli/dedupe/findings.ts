import {createExplainer} from "../../match/link/explain.ts";
import type {LinkInput} from "../../match/link/link-input.ts";
import type {MatchOutcome, MatchPart} from "../../match/link/match-table.ts";

/** A pair as it is told: by keys, and why. */
export interface Finding {
  readonly a: string;
  readonly b: string;
  readonly score: number;
  readonly match: boolean;
  readonly parts: readonly MatchPart[];
}

export interface Findings {
  /** The surest first; made as they are asked for. */
  readonly pairs: () => Iterable<Finding>;
  readonly clusters: readonly (readonly string[])[];
}

/** What was found, by keys. */
export function toFindings(input: LinkInput, {model, pairs, clusters}: MatchOutcome): Findings {
  const {first, second} = input;
  const size = first.keys.length;
  const clusterOf = new Map(
    clusters.flatMap((all, n) => all.map((record) => [record, n] as const))
  );
  const others = second?.keys ?? first.keys;
  const isMatch = (a: number, b: number): boolean => {
    const cluster = clusterOf.get(a);
    return cluster !== undefined && cluster === clusterOf.get(second ? size + b : b);
  };
  return {
    *pairs() {
      const explain = createExplainer(input, model);
      for (const {a, b, probability} of pairs)
        yield {
          a: first.keys[a]!,
          b: others[b]!,
          score: probability,
          match: isMatch(a, b),
          parts: explain(a, b, probability)
        };
    },
    clusters: clusters.map((all) =>
      all.map((record) => (record < size ? first.keys[record]! : second!.keys[record - size]!))
    )
  };
}
