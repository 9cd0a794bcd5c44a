import {createPause} from "../../lib/pause.ts";
import type {Store} from "../../store/store.ts";
import type {SuggestionDraft} from "../../store/suggestions.ts";
import {MENTIONS, RELATED_TO} from "./choose-kind.ts";
import {findEdges} from "./find-edges.ts";
import type {Proposer, ProposeOptions} from "./proposer.ts";
import {TitleIndex} from "./title-index.ts";

/** Records read at once; more would be felt when they are copied out of the database. */
const PAGE_RECORDS = 500;
/** Suggestions written at once. */
const PAGE_DRAFTS = 500;

/** Kinds that suggestions name and that may not be there yet. */
export const SUGGESTED_KINDS = [RELATED_TO, MENTIONS];

/**
 * Edges that the texts of entries tell of, found exactly and explained by a quotation: a field that is the title or
 * key of an entry of another type, and titles that longer texts mention as whole words.
 */
export function createEdgeProposer(store: Store): Proposer {
  return {
    what: "edges that texts tell of",
    async propose({signal, onProgress}: ProposeOptions = {}) {
      const pause = createPause(signal);
      const types = new Map((await store.types.list()).map((type) => [type.name, type]));
      const kinds = await store.kinds.list();
      // every entry is met twice: for its name, then for its texts
      const total = 2 * (await store.entries.count());
      let done = 0;
      const tell = (): void => onProgress?.(Math.min(++done, total), total);

      const index = new TitleIndex();
      for await (const entry of scan(store.entries)) {
        index.add(entry, types.get(entry.type));
        tell();
        await pause();
      }
      const joined = new Set<string>();
      for await (const {from, to} of scan(store.edges)) {
        joined.add(toPair(from, to));
        await pause();
      }
      const isJoined = (a: string, b: string): boolean => joined.has(toPair(a, b));

      let added = 0;
      let drafts: SuggestionDraft[] = [];
      const flush = async (): Promise<void> => {
        added += await store.suggestions.propose(drafts);
        drafts = [];
      };
      for await (const entry of scan(store.entries)) {
        drafts.push(...findEdges(entry, {index, kinds, types, isJoined}));
        if (drafts.length >= PAGE_DRAFTS) await flush();
        tell();
        await pause();
      }
      await flush();
      return added;
    }
  };
}

/** All records, page by page. */
export async function* scan<T extends {readonly id: string}>(records: {
  scan(after: string, limit: number): Promise<T[]>;
}): AsyncGenerator<T> {
  for (let after = ""; ;) {
    const page = await records.scan(after, PAGE_RECORDS);
    if (page.length === 0) return;
    yield* page;
    after = page.at(-1)!.id;
  }
}

/** The same for both orders. */
export function toPair(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
