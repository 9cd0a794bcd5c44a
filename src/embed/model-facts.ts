/** What is known of an installed model without opening it. */
export interface ModelFacts {
  /** Bytes of the files that embedding needs. */
  readonly bytes: number;
  /** Tells apart models of one name: the same for the same weights and tokenizer. Null where a file is missing. */
  readonly print: string | null;
  /** Numbers in a vector as the configuration says, or null where it does not. */
  readonly dimensions: number | null;
  /** Languages that it was made for, as BCP 47 names them; none where nobody said. */
  readonly languages: readonly string[];
  /** The licence of its weights; null where nobody said. */
  readonly licence: string | null;
  /** Whether it only looks words up, so that it needs no runtime. */
  readonly isStatic: boolean;
  /** Files that the folder lacks; a model with any cannot be opened. */
  readonly missing: readonly string[];
}
