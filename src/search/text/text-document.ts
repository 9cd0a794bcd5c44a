/** Something that full text search finds. */
export interface TextDocument {
  readonly id: string;
  /** Texts by field, the most telling first: `title` counts more than `text`. Other fields are found as `field:value` too. */
  readonly fields: Readonly<Record<string, string>>;
  /** Exact values that queries narrow by: `type:item`, `tag:red`, `in:messages`. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** Milliseconds since 1970, for `after:` and `before:`; NaN where there is none. */
  readonly time: number;
}

/** A word of the query, and what it matched in a document. */
export interface MatchedTerm {
  /** As it was typed. */
  readonly term: string;
  /** The word of the document; another one where a letter was wrong or only its beginning was typed. */
  readonly word: string;
  readonly how: "exact" | "stem" | "prefix" | "typo" | "phrase";
  readonly field: string;
  /** What it added to the score. */
  readonly score: number;
}

/** A document that the words found. */
export interface TextHit {
  readonly id: string;
  /** BM25; compared within one answer only. */
  readonly score: number;
  /** Told when it is read, by the index as it is then: most hits are never shown. */
  readonly terms: readonly MatchedTerm[];
}
