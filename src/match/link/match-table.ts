/** What the values of a column are, which is how they are compared. */
export type MatchKind = "name" | "text" | "code" | "number" | "date" | "place" | "category";

/** A column that is compared. */
export interface MatchColumn {
  readonly name: string;
  readonly kind: MatchKind;
  /** As text, one a record; "" where there is none. */
  readonly values: readonly string[];
}

/** Records that are compared with each other, or with those of another table: columns of the same names, in the same order. */
export interface MatchTable {
  /** One a record. */
  readonly keys: readonly string[];
  readonly columns: readonly MatchColumn[];
  /** records × dimensions numbers of length 1, where meaning counts too. */
  readonly vectors?: {readonly values: Float32Array; readonly dimensions: number};
}

/** A way to bring records together without comparing all with all: two that share a block are compared. */
export interface BlockingRule {
  readonly by: "exact" | "fingerprint" | "ngram" | "phonetic" | "prefix" | "word" | "meaning";
  /** Whose values count, together; none where `by` is meaning. */
  readonly columns: readonly string[];
}

/** What is told before anything is run. */
export interface BlockingEstimate {
  readonly rule: BlockingRule;
  readonly pairs: number;
  /** Blocks that are left out because they are too large to tell anything. */
  readonly skipped: number;
}

export interface MatchPlan {
  readonly columns: readonly {readonly name: string; readonly kind: MatchKind}[];
  readonly blocking: readonly BlockingRule[];
}

/** What somebody said of a pair, by keys: labels improve the model. */
export interface MatchLabel {
  readonly a: string;
  readonly b: string;
  readonly isMatch: boolean;
}

/** One part of a pair's score. Parts add up, in bits (log2 of a likelihood ratio), from the prior to the whole. */
export interface MatchPart {
  /** The column; or `prior`, `group` (seen against two of one household, or as one who left it), `decision` (what somebody said of the pair), `partners` (what others take away). */
  readonly column: string;
  /** How the values agree: "same", "one letter differs", "missing" … */
  readonly level: string;
  readonly a: string;
  readonly b: string;
  readonly bits: number;
}

export interface MatchPair {
  /** Positions in the first table, and in it or in the second. */
  readonly a: number;
  readonly b: number;
  /** Calibrated probability that they are one. */
  readonly probability: number;
}

/** What was learned: how often each level is met among pairs that are one and that are two. Can be kept as JSON. */
export interface MatchModel {
  readonly plan: MatchPlan;
  /** The share of all pairs that are one. */
  readonly prior: number;
  readonly columns: readonly {
    readonly name: string;
    readonly levels: readonly {
      readonly name: string;
      /** P(level | one), P(level | two). */
      readonly m: number;
      readonly u: number;
    }[];
    /** P(level | two, and another column agrees), by level, where that is more: what the other said is not said twice. */
    readonly given?: readonly {readonly column: string; readonly u: readonly number[]}[];
  }[];
  /** Where many pairs are two of one group (a household): P(level | two of one group), by size of the groups. */
  readonly groups?: {
    readonly moved: number;
    readonly sizes: readonly {
      readonly share: number;
      readonly columns: readonly {readonly name: string; readonly u: readonly number[]}[];
    }[];
  };
}

export interface MatchOutcome {
  readonly model: MatchModel;
  /** The surest first; those too unlikely to look at left out. */
  readonly pairs: readonly MatchPair[];
  /** Records that are one, as positions (of the second table: after all of the first); only clusters of two and more. */
  readonly clusters: readonly (readonly number[])[];
  /** The probability from which on a pair was taken for one: the expected F1 is best there. */
  readonly threshold: number;
  /** The highest probability of all pairs that were compared; 0 where none was. */
  readonly best: number;
  /** Pairs compared, and the share of matches that the blocking is estimated to find. */
  readonly compared: number;
  readonly recall: number;
}
