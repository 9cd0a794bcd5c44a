import {LANGUAGES} from "../../lib/stop-words.ts";
import {WordDictionary} from "../word-dictionary.ts";
import {FacetTable} from "./facet-table.ts";
import {Postings} from "./postings.ts";
import {SameTexts} from "./same-texts.ts";
import type {Bm25} from "./score-board.ts";
import {ScoreBoard} from "./score-board.ts";
import type {TextDocument} from "./text-document.ts";
import {TokenTable} from "./token-table.ts";
import {WordGroups} from "./word-groups.ts";

/** What an index is made of. */
export interface IndexParts {
  readonly words: WordDictionary;
  /** By word in which languages it is a common one. */
  readonly wordBits: number[];
  readonly groups: WordGroups;
  readonly tokens: TokenTable;
  /** By field how much it counts, and the number of each field. */
  readonly fields: number[];
  readonly fieldNumbers: Map<string, number>;
  readonly postings: Postings;
  readonly facets: FacetTable;
  readonly sameTexts: SameTexts;
  readonly board: ScoreBoard;
  /** By row. */
  readonly documents: (TextDocument | undefined)[];
  readonly languages: number[];
  readonly languageCounts: Int32Array;
}

export function createParts(bm25: Bm25): IndexParts {
  const words = new WordDictionary();
  const tokens = new TokenTable();
  const fields: number[] = [];
  const postings = new Postings(tokens, fields);
  return {
    words,
    wordBits: [],
    groups: new WordGroups(words),
    tokens,
    fields,
    fieldNumbers: new Map(),
    postings,
    facets: new FacetTable(),
    sameTexts: new SameTexts(),
    board: new ScoreBoard(postings, tokens, bm25),
    documents: [],
    languages: [],
    languageCounts: new Int32Array(LANGUAGES.length)
  };
}
