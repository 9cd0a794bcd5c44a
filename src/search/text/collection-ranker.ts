import {CentredVectors} from "./centred-vectors.ts";
import {toFeedback} from "./feedback.ts";
import type {Ranked} from "./fuse.ts";
import {fuse} from "./fuse.ts";
import type {TextHit} from "./text-document.ts";
import {TextIndex} from "./text-index.ts";

export const RANK_MODES = ["lexical", "semantic", "hybrid"] as const;
export type RankMode = (typeof RANK_MODES)[number];

/** Texts by each method that are joined. */
const CANDIDATES = 300;

export interface RankedDocument {
  readonly id: string;
  readonly score: number;
  /** Its words that answered. */
  readonly words: readonly string[];
  /** Cosine with the centred vector, from -1 to 1; undefined where meaning did not find it. */
  readonly meaning: number | undefined;
}

/** A collection of texts, ranked by words, by meaning, or by both. */
export class CollectionRanker {
  readonly #index = new TextIndex();
  readonly #vectors: CentredVectors;
  readonly #ids: string[] = [];
  readonly #rows = new Map<string, number>();

  /** `dimensions` of the vectors; 0 where there are none. */
  constructor(dimensions: number) {
    this.#vectors = new CentredVectors(dimensions);
  }

  /** Adds texts with their vectors, row by row. */
  add(
    documents: readonly {readonly id: string; readonly title: string; readonly text: string}[],
    vectors: Float32Array | undefined
  ): void {
    for (const {id, title, text} of documents) {
      this.#rows.set(id, this.#ids.push(id) - 1);
      const fields: Record<string, string> = title === "" ? {text} : {title, text};
      this.#index.put({id, fields, facets: {}, time: NaN});
    }
    if (vectors) this.#vectors.add(vectors);
  }

  /** The best texts for a query, best first. Without a vector only its words count. */
  rank(
    text: string,
    vector: Float32Array | undefined,
    {mode, top}: {mode: RankMode; top: number}
  ): RankedDocument[] {
    const limit = mode === "hybrid" ? Math.max(CANDIDATES, top) : top;
    const query = this.#index.parse(text, {isTyping: false});
    const hits = mode === "semantic" ? [] : this.#index.run(query, {limit}).hits;
    const near = mode === "lexical" || !vector ? [] : this.#near(vector, limit);
    const ranked =
      mode === "lexical"
        ? hits
        : mode === "semantic" || !vector
          ? near
          : this.#join(hits, vector, near, limit);
    const byWords = new Map(hits.map((hit) => [hit.id, hit]));
    const cosines = new Map(near.map(({id, score}) => [id, score]));
    return ranked.slice(0, top).map(({id, score}) => ({
      id,
      score,
      words: [...new Set(byWords.get(id)?.terms.map(({word}) => word))],
      meaning: cosines.get(id)
    }));
  }

  /** Joins words and meaning twice: the second time the vector is moved towards the best of the first answer. */
  #join(
    hits: readonly TextHit[],
    vector: Float32Array,
    near: readonly Ranked[],
    limit: number
  ): Ranked[] {
    const first = fuse(hits, near);
    const feedback = toFeedback(first);
    if (feedback.length === 0) return first;
    const rows = feedback.map(({text, weight}) => ({row: this.#rows.get(text.id)!, weight}));
    return fuse(hits, this.#near(this.#vectors.move(vector, rows), limit));
  }

  #near(vector: Float32Array, top: number): Ranked[] {
    return this.#vectors.nearest(vector, top).map(({row, score}) => ({id: this.#ids[row]!, score}));
  }
}
