import type {Language} from "../../lib/stop-words.ts";
import {LANGUAGES} from "../../lib/stop-words.ts";
import {eachWord} from "./each-word.ts";
import {guessLanguage, toLanguageBits} from "./guess-language.ts";
import type {IndexParts} from "./index-parts.ts";
import {createParts} from "./index-parts.ts";
import {parseQuery} from "./parse-query.ts";
import {planQuery} from "./query-plan.ts";
import type {QueryRun, RunOptions} from "./query-run.ts";
import {runQuery, toChecks} from "./query-run.ts";
import type {Bm25} from "./score-board.ts";
import type {TextDocument} from "./text-document.ts";
import type {TextQuery} from "./text-query.ts";

/** A word in the title says more than one in the text. */
const TITLE_WEIGHT = 2;
const BM25: Bm25 = {k1: 1.2, b: 0.75};
/** Words of a text from which its language is guessed. */
const LANGUAGE_WORDS = 100;
/** A language of fewer texts than this part is taken for a wrong guess. */
const MIN_LANGUAGE_PART = 0.02;
/** When more than half of so many rows are of texts that were replaced, the index is made anew. */
const MIN_ROWS_TO_COMPACT = 4096;

/** The facet by which documents differ that say the same otherwise. */
const KIND = "kind";

export interface TextIndexOptions {
  /** How much a word counts, by field; 2 in `title` and 1 in others if left out. Whole numbers. */
  readonly fieldWeights?: Readonly<Record<string, number>>;
  readonly bm25?: Bm25;
}

/**
 * A full text index in typed arrays. Texts may come and go at any time; the answers are those of an index that was made
 * from what is there now.
 */
export class TextIndex {
  readonly #fieldWeightsByName: Readonly<Record<string, number>>;
  readonly #bm25: Bm25;
  #parts: IndexParts;
  /** The row of each document. */
  #rows = new Map<string, number>();

  constructor({fieldWeights = {title: TITLE_WEIGHT}, bm25 = BM25}: TextIndexOptions = {}) {
    this.#fieldWeightsByName = fieldWeights;
    this.#bm25 = bm25;
    this.#parts = createParts(bm25);
  }

  get size(): number {
    return this.#rows.size;
  }

  get(id: string): TextDocument | undefined {
    const row = this.#rows.get(id);
    return row === undefined ? undefined : this.#parts.documents[row]!;
  }

  /** The number of what a document says: that of others of its kind with the same texts. -1 where it is not there. */
  toTextNumber(id: string): number {
    const row = this.#rows.get(id);
    return row === undefined ? -1 : this.#parts.sameTexts.number(row);
  }

  /** Adds a document, or puts it in the place of the one with its id. */
  put(document: TextDocument): void {
    this.remove(document.id);
    const {words, wordBits, tokens, fields, fieldNumbers, postings, facets, sameTexts} =
      this.#parts;
    const bits: number[] = [];
    for (const name in document.fields) {
      let field = fieldNumbers.get(name);
      if (field === undefined) {
        field = fields.push(this.#fieldWeightsByName[name] ?? 1) - 1;
        fieldNumbers.set(name, field);
      }
      eachWord(document.fields[name]!, (text) => {
        const word = words.add(text);
        if (word === wordBits.length) wordBits.push(toLanguageBits(text));
        if (bits.length < LANGUAGE_WORDS) bits.push(wordBits[word]!);
        tokens.push(word);
      });
      tokens.endField(field);
    }
    const row = tokens.endRow();
    const language = guessLanguage(bits);
    this.#parts.languages.push(language);
    if (language >= 0) ++this.#parts.languageCounts[language]!;
    this.#parts.documents.push(document);
    this.#rows.set(document.id, row);
    postings.add(row, words.size);
    facets.add(document.facets);
    sameTexts.add([...(document.facets[KIND] ?? []), ...Object.values(document.fields)]);
  }

  /** Takes a document away; false where it was not there. */
  remove(id: string): boolean {
    const row = this.#rows.get(id);
    if (row === undefined) return false;
    this.#rows.delete(id);
    const {postings, documents, languages, languageCounts} = this.#parts;
    postings.remove(row);
    if (languages[row]! >= 0) --languageCounts[languages[row]!]!;
    documents[row] = undefined;
    if (documents.length > MIN_ROWS_TO_COMPACT && documents.length > 2 * this.#rows.size)
      this.#compact();
    return true;
  }

  /** Sorts in what was added, which the next query does otherwise. */
  flush(): void {
    this.#parts.postings.segments(this.#parts.words.size);
    this.#parts.words.sorted();
  }

  /** Does ahead what the first queries do otherwise, until `isOver`; whether all is done. */
  prepare(isOver: () => boolean = () => false): boolean {
    this.flush();
    return this.#parts.groups.prepare(this.#languages(), isOver);
  }

  /** Reads a query by the fields and facets that there are; while somebody types, the last word may go on. */
  parse(text: string, {now = Date.now(), isTyping = true} = {}): TextQuery {
    const {fieldNumbers, facets} = this.#parts;
    return parseQuery(text, {
      isField: (name) => fieldNumbers.has(name),
      isFacet: (name) => facets.has(name),
      now,
      isTyping
    });
  }

  /** Answers a query: which documents, how good, and why. */
  run(query: string | TextQuery, {also = [], ...options}: RunOptions = {}): QueryRun {
    this.flush();
    const parsed = typeof query === "string" ? this.parse(query) : query;
    const rows = also.flatMap((id) => this.#rows.get(id) ?? []);
    return runQuery(this.#parts, parsed, this.#languages(), {...options, also: rows});
  }

  /** Whether a document passes what a query narrows by (facets, times, `-not`), whatever its words are. */
  toFilter(query: TextQuery): (id: string) => boolean {
    this.flush();
    const {checks} = toChecks(this.#parts, query, planQuery(query, this.#languages()));
    return (id) => {
      const row = this.#rows.get(id);
      return row !== undefined && checks.every(({test}) => test(row));
    };
  }

  /** The languages of the texts, the most frequent first. */
  #languages(): readonly Language[] {
    const counts = this.#parts.languageCounts;
    const total = counts.reduce((sum, count) => sum + count, 0);
    const found = LANGUAGES.map((language, i) => ({language, count: counts[i]!}))
      .filter(({count}) => count > 0 && count >= MIN_LANGUAGE_PART * total)
      .sort((a, b) => b.count - a.count)
      .map(({language}) => language);
    return found.length > 0 ? found : ["en"];
  }

  #compact(): void {
    const {documents} = this.#parts;
    this.#parts = createParts(this.#bm25);
    this.#rows = new Map();
    for (const document of documents) if (document) this.put(document);
  }
}
