import {Queue} from "../../lib/queue.ts";
import type {Lake} from "../../lake/lake.ts";
import type {EntryType} from "../../model/entry-type.ts";
import {RESERVED_TYPE_NAMES} from "../../model/entry-type.ts";
import type {Store} from "../../store/store.ts";
import {buildHistory, buildMirror, writeSuggestions} from "./mirror-build.ts";
import {writeMatches} from "./mirror-matches.ts";
import {followMirror} from "./mirror-follow.ts";
import type {MirrorState} from "./mirror-state.ts";
import type {SentimentOf} from "./mirror-topics.ts";
import {writeTopics} from "./mirror-topics.ts";
import type {MirrorType} from "./mirror-types.ts";

/** What asks which relations there are. */
const CATALOGUE_WORDS = [
  "show",
  "describe",
  "summarize",
  "pragma",
  "information_schema",
  "duckdb_"
];

/** What is kept, as SQL sees it. */
export interface Mirror {
  /**
   * Brings `ws.*` in step with the store: `entries`, `edges`, `types`, `kinds`, `views`, `suggestions`, `topics`, `topic_members`, `history`, its
   * `changes` field by field, and a relation for each entry type with the entries of those that extend it. Does nothing where nothing has changed, and little where little has. `sql` is the query that is about to run:
   * one that cannot mean any of it starts no mirror.
   */
  sync(sql?: string): Promise<void>;
  /** The relation of each entry type in the schema `ws`, by the type's name, as of the last `sync`. */
  relations(): ReadonlyMap<string, string>;
}

/**
 * A mirror of `store` in `lake`; `sentimentOf` says what is known of texts that topics are made of, `bringRaw` makes an
 * imported table ready to be asked.
 */
export function createMirror(
  lake: Lake,
  store: Store,
  sentimentOf: SentimentOf = () => null,
  bringRaw: (name: string) => Promise<void> = () => Promise.resolve()
): Mirror {
  let state: MirrorState | undefined;
  /** What the relations of topics were made of. */
  let topicsKey: string | undefined;
  /** Two at once would write the same rows twice. */
  const queue = new Queue();

  const follow = async (former: MirrorState): Promise<MirrorState | undefined> => {
    try {
      return await followMirror(lake, store, former);
    } catch {
      return undefined; // somebody's SQL has meddled with the tables; making them anew fails aloud where it must
    }
  };

  /** Members are many: they are written again only where something is different. */
  const bringTopics = async ({revision}: MirrorState, sql: string): Promise<void> => {
    const key = `${revision} ${await store.topics.placings()}`;
    if (key === topicsKey && !/sentiment/i.test(sql)) return;
    await writeTopics(lake, store.topics, sentimentOf);
    topicsKey = key;
  };

  const bring = async (sql: string | undefined): Promise<void> => {
    if (!state && sql !== undefined && !mentions(sql, await store.types.list())) return;
    if (state?.generation !== lake.generation) state = undefined;
    if (state && state.revision !== (await store.history.revision())) state = await follow(state);
    if (!state) {
      topicsKey = undefined;
      const built = await buildMirror(lake, store);
      const isCurrent = built.revision === (await store.history.revision());
      state = isCurrent ? built : await followMirror(lake, store, built);
    }
    if (!state) return;
    if (sql !== undefined && /suggestions/i.test(sql)) await writeSuggestions(lake, store);
    if (sql !== undefined && /matches/i.test(sql)) await writeMatches(lake, store, bringRaw);
    if (sql !== undefined && /topic/i.test(sql)) await bringTopics(state, sql);
    const wantsHistory = sql === undefined || /history|changes/i.test(sql);
    if (!state.hasHistory && wantsHistory) state = await buildHistory(lake, store, state);
  };

  return {
    sync: (sql) => queue.run(() => bring(sql)),
    relations: () => {
      const types = state?.types ?? new Map<string, MirrorType>();
      return new Map(Array.from(types, ([name, {relation}]) => [name, relation]));
    }
  };
}

/** Whether a query can mean what is kept: it names the schema, one of its relations, or asks what relations there are. */
function mentions(sql: string, types: readonly EntryType[]): boolean {
  const text = sql.toLowerCase();
  const names = types.map(({name}) => name.toLowerCase());
  return ["ws", ...RESERVED_TYPE_NAMES, ...CATALOGUE_WORDS, ...names].some((name) =>
    text.includes(name)
  );
}
