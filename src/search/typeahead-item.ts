/** Something to find by its title. */
export interface TypeaheadItem {
  readonly id: string;
  readonly title: string;
  /** Other texts that it is known by: a key, an other name, a tag. */
  readonly also?: readonly string[];
  /** Milliseconds since 1970. */
  readonly updated: number;
}

export interface TypeaheadHit<T> {
  readonly item: T;
  /** More is better. The whole part is the rank: 5 the whole title, 4 its start, 3 the starts of words, 2 nearly so, 1 inside of words. */
  readonly score: number;
}
