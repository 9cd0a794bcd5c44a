import type {Ranked} from "./fuse.ts";

/** The best texts of a first answer tell what a second looks for, and how strongly beside the query. */
const FEEDBACK_TEXTS = 3;
const FEEDBACK_WEIGHT = 0.5;

/** Towards which texts of a first answer a query is moved for the second, and how far; best first. */
export function toFeedback<T extends Pick<Ranked, "score">>(
  ranked: readonly T[]
): {readonly text: T; readonly weight: number}[] {
  const first = ranked.slice(0, FEEDBACK_TEXTS);
  const sum = first.reduce((total, {score}) => total + score, 0);
  if (sum <= 0) return [];
  return first.map((text) => ({text, weight: (FEEDBACK_WEIGHT * text.score) / sum}));
}
