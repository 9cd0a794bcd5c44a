/** How well two values agree: one of a few levels, so that each score can be told in words. */
export interface Level {
  readonly name: string;
  /** How often it is expected among pairs that are one, before anything was seen. */
  readonly expected: number;
  /** The most bits that it may say for a pair; what is hardly alike is no reason, however rare. */
  readonly limit?: number;
}

/** Compares records in one respect. Levels go from the best agreement to the worst; the last one is that a value is missing. */
export interface Comparer {
  /** The column, or what of it: `title: numbers`. */
  readonly name: string;
  readonly column: string;
  /** Whether it belongs to the thing itself: a place or a category is shared by many. */
  readonly isOwn: boolean;
  readonly levels: readonly Level[];
  /** The level of two records, by their positions. */
  readonly compare: (a: number, b: number) => number;
  /**
   * The share of records that have what two records have in common, where that is told of a level and the rare is worth
   * more than the common; undefined elsewhere.
   */
  readonly share?: (a: number, b: number, level: number) => number | undefined;
  /** The chance that two records agree, which `share` is seen against. */
  readonly meanShare?: number;
}

export const MISSING: Level = {name: "missing", expected: 0};

/** The places of levels in their list, by their order. */
export function numberLevels<T extends readonly Level[]>(levels: T): {[K in keyof T]: number} {
  return levels.map((_, i) => i) as {[K in keyof T]: number};
}
