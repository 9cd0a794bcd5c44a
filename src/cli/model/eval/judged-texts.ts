/** Texts, and queries with the texts that answer them. */
export interface JudgedTexts {
  readonly name: string;
  readonly documents: readonly {
    readonly id: string;
    readonly title: string;
    readonly text: string;
  }[];
  readonly queries: readonly {
    readonly text: string;
    /** How well a text answers, by its id: above 0, more is better. */
    readonly grades: ReadonlyMap<string, number>;
  }[];
}
