/** Something found, and how good it is by one method. */
export interface Ranked {
  readonly id: string;
  readonly score: number;
}

/** How much words count beside meaning. */
const WORDS_PART = 0.6;

/**
 * Joins what words found and what meaning found, best first: each score as a part of the best of its kind, and the two
 * weighed (a convex combination of normalised scores, which S. Bruch, S. Gai, A. Ingber, "An Analysis of Fusion Functions
 * for Hybrid Retrieval", 2023, found better than reciprocal ranks). Both lists are best first.
 */
export function fuse(words: readonly Ranked[], meaning: readonly Ranked[]): Ranked[] {
  const scores = new Map<string, number>();
  const add = (list: readonly Ranked[], part: number): void => {
    const best = list[0]?.score ?? 0;
    const floor = Math.min(0, list.at(-1)?.score ?? 0);
    if (best <= floor) return;
    for (const {id, score} of list)
      scores.set(id, (scores.get(id) ?? 0) + (part * (score - floor)) / (best - floor));
  };
  add(words, WORDS_PART);
  add(meaning, 1 - WORDS_PART);
  return [...scores]
    .map(([id, score]) => ({id, score}))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
