import type {Reason} from "../match-record.ts";

/** Cosine below which texts of one kind of thing have no more in common than any two. */
const MIN_COSINE = 0.6;
const SAME_MEANING = 0.6;

/** How near two texts are in meaning, from the cosine of their vectors. */
export function compareMeanings(cosine: number | undefined): readonly Reason[] {
  if (cosine === undefined || cosine < MIN_COSINE) return [];
  const part = Math.min(1, (cosine - MIN_COSINE) / (1 - MIN_COSINE));
  return [{what: `texts alike in meaning (${cosine.toFixed(2)})`, weight: SAME_MEANING * part}];
}
