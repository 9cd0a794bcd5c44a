/** One figure of quality. */
export interface Figure {
  readonly collection: string;
  /** The field's name for it: "Spearman", "5-NN accuracy", "nDCG@10". */
  readonly measure: string;
  readonly value: number;
  /** What it is of: pairs, queries, texts. */
  readonly count: number;
}
