import type {Mark} from "../../search/find-marks.ts";

/** What is found: an entry, a row of the lake, a document, a table, a page, or something that can be done. */
export type HitKind = "entry" | "row" | "document" | "table" | "page" | "command";

/** A piece of text with the places that answer. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Why something was found. */
export type HitReason =
  | {readonly by: "words"; readonly words: readonly string[]; readonly score: number}
  /** Cosine, from -1 to 1. */
  | {readonly by: "meaning"; readonly score: number};

/** A place where a hit is said once more. */
export interface HitPlace {
  readonly end: string;
  /** The collection: a table's name or an entry type's. */
  readonly from: string;
  /** Milliseconds since 1970; null where it has no time. */
  readonly time: number | null;
}

/** What was found. Of those of a kind that say the same, letter for letter, the first stands for all. */
export interface SearchHit {
  readonly kind: HitKind;
  /** An entry's id, a row's address, a table's or a page's name. */
  readonly end: string;
  readonly title: MarkedText;
  /** The piece of its text that answers best; "" where there is none. */
  readonly snippet: MarkedText;
  /** The collection: a table's name or an entry type's. */
  readonly from: string;
  /** Milliseconds since 1970; null where it has no time. */
  readonly time: number | null;
  readonly score: number;
  readonly why: readonly HitReason[];
  /** How many say the same, this one counted. */
  readonly alike: number;
  /** Where the others are, 50 at most. */
  readonly others: readonly HitPlace[];
}

/** How many of all hits have a value; of a facet of which the query chooses values, of all that are found without that. */
export interface Facet {
  /** `kind`, `type`, `in` (the table), `tag`, `year`. */
  readonly name: string;
  readonly values: readonly {readonly value: string; readonly count: number}[];
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** All that answer, those that are not shown too. */
  readonly total: number;
  /** The same where of those that say the same one counts: `hits` are pages of so many. */
  readonly distinct: number;
  readonly facets: readonly Facet[];
  /** What of the query was not understood, in words; null where all was. */
  readonly problem: string | null;
  /** Whether meaning counted already, or the words answer alone as yet (no model, or its vectors are on their way). */
  readonly isWhole: boolean;
  /** Texts of tables that are searched as yet, of how many, while they are read; null where all are. */
  readonly reading: {readonly done: number; readonly total: number} | null;
  /** Tables that are not looked through, each with the reason. */
  readonly leftOut: readonly string[];
  /** Tables with columns of text of which none is looked through: they hold neither sentences nor names, and nobody chose one. */
  readonly unchosen: readonly string[];
}

/** A page, or something that can be done: told by whoever has it. */
export interface FixedItem {
  readonly kind: "page" | "command";
  readonly end: string;
  readonly title: string;
  /** Other words that it is found by. */
  readonly text?: string;
}

/** Nothing found. */
export const EMPTY_ANSWER: SearchAnswer = {
  hits: [],
  total: 0,
  distinct: 0,
  facets: [],
  problem: null,
  isWhole: false,
  reading: null,
  leftOut: [],
  unchosen: []
};

export interface SearchOptions {
  readonly mode?: "lexical" | "semantic" | "hybrid";
  /** Hits at most, 20 if left out, from the `offset`th on. */
  readonly limit?: number;
  readonly offset?: number;
  readonly kinds?: readonly HitKind[];
  /** An end: what means nearly the same is found. Words do not count then; what the query narrows by does. */
  readonly like?: string;
  readonly signal?: AbortSignal;
}

/** One search over all that is in the workspace. */
export interface Search {
  /** The answer by words at once; then, where meaning adds to it, the whole one. An aborted signal ends it. */
  find(query: string, options?: SearchOptions): AsyncGenerator<SearchAnswer>;
  /** The last of `find`: the whole answer. */
  answer(query: string, options?: SearchOptions): Promise<SearchAnswer>;
  /** Says which pages and commands there are, in the place of those that were told before. */
  offer(items: readonly FixedItem[]): void;
}
