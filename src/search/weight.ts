/** How often something was chosen, and when last (milliseconds since 1970). */
export interface Use {
  readonly count: number;
  readonly at: number;
}

/** After a month something recent is half as recent. */
const HALF_LIFE_MS = 30 * 24 * 3600 * 1000;
/** Where counting begins, so that the numbers stay small. */
const START_MS = Date.UTC(2020, 0, 1);
/** What is chosen often tells more than what was changed of late. */
const USE_PART = 0.6;

/** A time as a number that doubles each month: of two, the ratio is how much fresher one is. */
export function toFreshness(at: number): number {
  return 2 ** ((at - START_MS) / HALF_LIFE_MS);
}

/**
 * From 0 to 1: how much something is used and how new it is. Both freshnesses are in shares of that of the newest, so
 * that the same data gives the same order at any time.
 */
export function toWeight(fresh: number, count: number, usedFresh: number): number {
  const uses = count * usedFresh;
  return USE_PART * (uses / (1 + uses)) + (1 - USE_PART) * fresh;
}
