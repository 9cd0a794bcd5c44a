import {foldText} from "../../lib/text.ts";
import type {Ranked} from "../../search/text/fuse.ts";
import {fuse} from "../../search/text/fuse.ts";
import {markWords, toSnippet} from "../../search/text/snippet.ts";
import type {MatchedTerm, TextHit} from "../../search/text/text-document.ts";
import {TextIndex} from "../../search/text/text-index.ts";
import type {SearchItem} from "./search-item.ts";
import {toDocument, toItemId} from "./search-item.ts";
import type {Facet, HitKind, HitReason, MarkedText, SearchHit} from "./search.ts";

/** Hits by words that meaning may bring into another order. */
const CANDIDATES = 200;
const TITLE_CHARACTERS = 100;
/** Values of a facet that are told; more are for nobody to read. */
const MAX_FACET_VALUES = 20;
const FACETS = ["kind", "type", "in", "tag", "year"];
/** What a title that is what was typed, or begins so, counts more. */
const WHOLE_TITLE = 2;
const TITLE_START = 1.3;

/** What the engine is asked. */
export interface EngineQuery {
  readonly text: string;
  readonly limit: number;
  readonly offset: number;
  readonly kinds: readonly HitKind[] | null;
  /** Whether words count; where not, only those of `near` answer. */
  readonly hasWords: boolean;
  /** Ends near in meaning, with their cosines, best first; null where meaning was not asked. */
  readonly near: readonly {readonly end: string; readonly score: number}[] | null;
  /** The clock. */
  readonly now: number;
}

export interface EngineAnswer {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly facets: readonly Facet[];
  readonly problem: string | null;
}

/** Holds what search looks through, and answers. In a worker on pages; the same in Node. */
export class SearchEngine {
  readonly #index = new TextIndex();
  readonly #items = new Map<string, SearchItem>();

  put(items: readonly SearchItem[]): void {
    for (const item of items) {
      this.#items.set(toItemId(item.kind, item.end), item);
      this.#index.put(toDocument(item));
    }
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      this.#items.delete(id);
      this.#index.remove(id);
    }
  }

  /** How many things there are. */
  get size(): number {
    return this.#index.size;
  }

  find({text, limit, offset, kinds, hasWords, near, now}: EngineQuery): EngineAnswer {
    const query = this.#index.parse(text, {now});
    const wanted = kinds && new Set<HitKind>(kinds);
    const isWanted = (id: string): boolean =>
      wanted === null || wanted.has(this.#items.get(id)!.kind);
    const accept = this.#index.toFilter(query);
    const meant = (near ?? []).flatMap(({end, score}): Ranked[] => {
      const id = this.#idOf(end);
      return id !== undefined && isWanted(id) && accept(id) ? [{id, score}] : [];
    });
    const run = this.#index.run(query, {
      match: hasWords ? "all" : "none",
      limit: Math.max(CANDIDATES, offset + limit),
      accept: isWanted,
      also: meant.map(({id}) => id)
    });
    const byWords = new Map(run.hits.map((hit) => [hit.id, hit]));
    const cosines = new Map(meant.map(({id, score}) => [id, score]));
    const folded = foldText(text.trim());
    const words = [...byWords.values()]
      .map(({id, score}) => ({id, score: score * this.#titleBoost(id, folded)}))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const ranked = meant.length > 0 ? fuse(words, meant) : words;
    return {
      hits: ranked
        .slice(offset, offset + limit)
        .map(({id, score}) => this.#toHit(id, score, byWords.get(id), cosines.get(id))),
      total: run.total,
      facets: FACETS.flatMap((name) => {
        const values = run.facets.get(name)?.slice(0, MAX_FACET_VALUES);
        return values ? [{name, values}] : [];
      }),
      problem: run.problem
    };
  }

  #titleBoost(id: string, folded: string): number {
    const title = foldText(this.#items.get(id)!.title);
    if (title === folded) return WHOLE_TITLE;
    return folded !== "" && title.startsWith(folded) ? TITLE_START : 1;
  }

  #idOf(end: string): string | undefined {
    return (["entry", "row", "document"] as const)
      .map((kind) => toItemId(kind, end))
      .find((id) => this.#items.has(id));
  }

  #toHit(
    id: string,
    score: number,
    hit: TextHit | undefined,
    cosine: number | undefined
  ): SearchHit {
    const {kind, end, title, texts, from, time} = this.#items.get(id)!;
    const words = new Set(hit?.terms.flatMap(({word}) => word.split(" ")));
    const text = Object.values(texts).join(" · ");
    return {
      kind,
      end,
      title: toMarkedTitle(title === "" ? text : title, words),
      snippet: title === "" ? {text: "", marks: []} : toSnippet(text, words),
      from,
      time: Number.isNaN(time) ? null : time,
      score,
      why: [
        ...(hit && hit.terms.length > 0 ? [toWordsReason(hit.terms)] : []),
        ...(cosine === undefined ? [] : [{by: "meaning" as const, score: cosine}])
      ]
    };
  }
}

function toMarkedTitle(title: string, words: ReadonlySet<string>): MarkedText {
  return title.length > TITLE_CHARACTERS
    ? toSnippet(title, words, TITLE_CHARACTERS)
    : {text: title, marks: markWords(title, words)};
}

function toWordsReason(terms: readonly MatchedTerm[]): HitReason {
  return {
    by: "words",
    words: [...new Set(terms.map(({word}) => word))],
    score: terms.reduce((sum, {score}) => sum + score, 0)
  };
}
