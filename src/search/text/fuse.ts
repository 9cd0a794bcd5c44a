/** Something found, and how good it is by one method. */
export interface Ranked {
  readonly id: string;
  readonly score: number;
}

/** How much words count beside meaning. */
const WORDS_PART = 0.55;

/**
 * Joins what words found and what meaning found, best first: a convex combination of normalised scores, which S. Bruch, S.
 * Gai, A. Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", 2023, found better than reciprocal ranks. BM25
 * cannot be less than 0, so its scores are parts of the best; cosines are parts of the way from the last to the first.
 * Both lists are best first.
 */
export function fuse(words: readonly Ranked[], meaning: readonly Ranked[]): Ranked[] {
  const scores = new Map<string, number>();
  const add = (list: readonly Ranked[], part: number, floor: number): void => {
    const span = (list[0]?.score ?? 0) - floor;
    for (const {id, score} of list)
      scores.set(id, (scores.get(id) ?? 0) + part * (span > 0 ? (score - floor) / span : 1));
  };
  add(words, WORDS_PART, 0);
  add(meaning, 1 - WORDS_PART, meaning.at(-1)?.score ?? 0);
  return [...scores]
    .map(([id, score]) => ({id, score}))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
