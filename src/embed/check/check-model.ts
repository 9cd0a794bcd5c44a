import {correlateRanks} from "../../lib/rank-correlation.ts";
import type {Backend} from "../backend.ts";
import type {EmbedOptions, Embedder} from "../embedder.ts";
import {vectorAt} from "../vectors.ts";
import {ENGLISH} from "./english.ts";
import {LATIN_SCRIPT, OTHER_SCRIPTS} from "./other-languages.ts";
import type {RatedPair} from "./rated-pair.ts";

/** A score of the built-in check, or of a part of it. */
export interface CheckScore {
  /** What people read: "English". */
  readonly label: string;
  readonly pairs: number;
  /** Spearman's correlation of the cosines with the ratings, from -1 to 1. */
  readonly score: number;
}

export interface ModelCheck {
  readonly all: CheckScore;
  readonly parts: readonly CheckScore[];
  readonly backend: Backend | undefined;
}

const PARTS: readonly (readonly [string, readonly RatedPair[]])[] = [
  ["English", ENGLISH],
  ["Other Latin script", LATIN_SCRIPT],
  ["Other scripts", OTHER_SCRIPTS]
];

/**
 * How well a model orders our pairs of sentences by likeness. Few pairs, made by us: it tells a model that knows a language
 * from one that does not, not good from better.
 */
export async function checkModel(
  embedder: Embedder,
  options?: Pick<EmbedOptions, "signal">
): Promise<ModelCheck> {
  const pairs = PARTS.flatMap(([, pairs]) => pairs);
  const {dimensions} = embedder;
  const vectors = await embedder.embed(
    pairs.flatMap(([, left, right]) => [left, right]),
    options
  );
  const cosines = pairs.map((_, i) => {
    const right = vectorAt(vectors, dimensions, 2 * i + 1);
    return vectorAt(vectors, dimensions, 2 * i).reduce((sum, x, k) => sum + x * right[k]!, 0);
  });
  let start = 0;
  const parts = PARTS.map(([label, pairs]) => {
    const end = start + pairs.length;
    const score = toScore(label, pairs, cosines.slice(start, end));
    start = end;
    return score;
  });
  return {all: toScore("All", pairs, cosines), parts, backend: embedder.backend};
}

function toScore(
  label: string,
  pairs: readonly RatedPair[],
  cosines: readonly number[]
): CheckScore {
  const ratings = pairs.map(([likeness]) => likeness);
  const score = correlateRanks(cosines, ratings);
  // a model that finds all pairs equally alike orders nothing
  return {label, pairs: pairs.length, score: Number.isNaN(score) ? 0 : score};
}
