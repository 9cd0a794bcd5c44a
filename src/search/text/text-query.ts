/** What one part of a query asks for. */
export type Wanted =
  /** Words as typed, folded; more than one are a phrase. */
  | {
      readonly kind: "words";
      readonly words: readonly string[];
      /** The field that they must stand in; undefined for any. */
      readonly field: string | undefined;
      /** As it was typed. */
      readonly typed: string;
      /** Whether more letters may follow: the last word while somebody types. */
      readonly isPrefix: boolean;
      /** Whether it was in quotes: no other form of the word answers. */
      readonly isExact: boolean;
    }
  | {readonly kind: "facet"; readonly name: string; readonly value: string}
  /** From the first millisecond to before the second. */
  | {readonly kind: "time"; readonly from: number; readonly to: number};

/** Alternatives of which one must hold, or none where it is excluded. */
export interface Clause {
  readonly any: readonly Wanted[];
  readonly isExcluded: boolean;
}

/** A query, read. */
export interface TextQuery {
  readonly clauses: readonly Clause[];
  /** What was not understood, in words; null where all was. What remains is answered. */
  readonly problem: string | null;
}

/** What a query may name. */
export interface QueryNames {
  /** Fields of the texts: `title:…`. */
  readonly isField: (name: string) => boolean;
  /** Facets: `type:…`; `is:…` is the facet `kind`. */
  readonly isFacet: (name: string) => boolean;
  /** The clock, for `after:yesterday`. */
  readonly now: number;
  /** Whether the last word may go on. */
  readonly isTyping: boolean;
}
