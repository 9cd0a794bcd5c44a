import {groupBy} from "../../lib/group-by.ts";
import {foldText} from "../../lib/text.ts";
import type {Ranked} from "../../search/text/fuse.ts";
import {fuse} from "../../search/text/fuse.ts";
import type {QueryRun} from "../../search/text/query-run.ts";
import {TextIndex} from "../../search/text/text-index.ts";
import type {TextQuery} from "../../search/text/text-query.ts";
import type {SearchItem} from "./search-item.ts";
import {toDocument, toItemId} from "./search-item.ts";
import type {Facet, HitKind, SearchHit} from "./search.ts";
import {toHit} from "./to-hit.ts";

/** Hits by words that meaning may bring into another order. */
const CANDIDATES = 200;
/** Hits among which those are looked for that say the same, where a page of them needs more. */
const MAX_CANDIDATES = 20_000;
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
  readonly distinct: number;
  readonly facets: readonly Facet[];
  readonly problem: string | null;
}

interface Ranking {
  readonly run: QueryRun;
  /** Those that say the same are one. */
  readonly groups: readonly (readonly Ranked[])[];
  /** By id how near in meaning it is. */
  readonly cosines: ReadonlyMap<string, number>;
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

  /** Does ahead what the first queries do otherwise, until `isOver`; whether all is done. */
  prepare(isOver: () => boolean): boolean {
    return this.#index.prepare(isOver);
  }

  find(query: EngineQuery): EngineAnswer {
    const parsed = this.#index.parse(query.text, {now: query.now});
    const last = query.offset + query.limit;
    let candidates = Math.max(CANDIDATES, last);
    let ranking = this.#rank(query, parsed, candidates);
    const lacks = ({groups, run}: Ranking): boolean =>
      groups.length < Math.min(last, run.distinct) && candidates < MAX_CANDIDATES;
    while (lacks(ranking)) {
      candidates *= 5;
      ranking = this.#rank(query, parsed, candidates);
    }
    const {run, groups, cosines} = ranking;
    const byWords = new Map(run.hits.map((hit) => [hit.id, hit]));
    return {
      hits: groups.slice(query.offset, last).map((group) => {
        const [{id, score}] = group as [Ranked];
        const items = group.map(({id}) => this.#items.get(id)!) as [SearchItem, ...SearchItem[]];
        const why = {hit: byWords.get(id), cosine: cosines.get(id)};
        return toHit(items, {score, alike: run.alike.get(id) ?? 1, ...why});
      }),
      total: run.total,
      distinct: run.distinct,
      facets: FACETS.flatMap((name) => {
        const values = run.facets.get(name)?.slice(0, MAX_FACET_VALUES);
        return values ? [{name, values}] : [];
      }),
      problem: run.problem
    };
  }

  /** What answers, best first, those that say the same together. */
  #rank({text, kinds, hasWords, near}: EngineQuery, query: TextQuery, limit: number): Ranking {
    const wanted = kinds && new Set<HitKind>(kinds);
    const accept = (id: string): boolean => wanted!.has(this.#items.get(id)!.kind);
    const meant = (near ?? []).flatMap(({end, score}): Ranked[] => {
      const id = this.#idOf(end);
      return id !== undefined && (!wanted || accept(id)) ? [{id, score}] : [];
    });
    const run = this.#index.run(query, {
      match: hasWords ? "all" : "none",
      limit,
      ...(wanted && {accept}),
      also: meant.map(({id}) => id)
    });
    const folded = foldText(text.trim());
    const words = run.hits
      .map(({id, score}) => ({id, score: score * this.#titleBoost(id, folded)}))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const passes = meant.length === 0 ? () => true : this.#index.toFilter(query);
    const shown = meant.filter(({id}) => passes(id));
    const ranked = shown.length > 0 ? fuse(words, shown) : words;
    return {
      run,
      groups: [...groupBy(ranked, ({id}) => this.#index.toTextNumber(id)).values()],
      cosines: new Map(shown.map(({id, score}) => [id, score]))
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
}
