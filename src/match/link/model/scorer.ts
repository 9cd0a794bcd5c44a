/** The bits of each respect, of a pair. */
export interface Scorer {
  /** log2 of the odds that a pair is one before it is looked at. */
  readonly prior: number;
  /**
   * What one respect says of two records, where `levels` has their level in each: agreeing on what is rare says more (W. E.
   * Winkler, "Frequency-Based Matching in Fellegi-Sunter Model of Record Linkage", 2000).
   */
  bits(comparer: number, levels: ArrayLike<number>, a: number, b: number): number;
  /** Where pairs of one group are known: what it is worth that a pair is seen as one of them, or as one that left it. */
  group?(levels: ArrayLike<number>): GroupBits;
}

export interface GroupBits {
  readonly bits: number;
  readonly isGroup: boolean;
  readonly isMoved: boolean;
}
