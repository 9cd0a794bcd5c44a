import type {Fields} from "./entry.ts";

/**
 * What the machine proposes, with its evidence, until somebody decides. It is found by its `key`, so that the same
 * proposal is one row however often it is made, and what was rejected never comes back by itself.
 */
export interface Suggestion {
  /** The kind and what it is about, in a fixed order (`toSuggestionKey`). */
  readonly id: string;
  readonly kind: SuggestionKind;
  /** What it is about: ends as in an `Edge`. */
  readonly ends: readonly string[];
  readonly proposal: Proposal;
  /** From 0 to 1: how sure the method is. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
  /** The method, for people: "same title", "similar text (builtin)". */
  readonly method: string;
  readonly status: SuggestionStatus;
  readonly created: number;
  /** When somebody decided; null while it is open. */
  readonly decided: number | null;
}

export type SuggestionKind = "edge" | "duplicate" | "tag";

export type SuggestionStatus = "open" | "accepted" | "rejected" | "later";

/** What accepting does. */
export type Proposal =
  | {
      readonly do: "edge";
      readonly kind: string;
      readonly from: string;
      readonly to: string;
      readonly fields?: Fields;
    }
  /** One entry of two; which values stay is asked when it is accepted. */
  | {readonly do: "merge"}
  | {readonly do: "tag"; readonly tag: string};

/** One reason, in words, and how much it counted, from 0 to 1. */
export interface Evidence {
  readonly what: string;
  readonly weight: number;
}

/** The same for the same proposal: a pair has no order. */
export function toSuggestionKey({
  kind,
  ends,
  proposal
}: Pick<Suggestion, "kind" | "ends" | "proposal">): string {
  const detail =
    proposal.do === "edge"
      ? [proposal.kind, proposal.from, proposal.to]
      : proposal.do === "tag"
        ? [...ends, proposal.tag]
        : [...ends].sort();
  return JSON.stringify([kind, ...detail]);
}
