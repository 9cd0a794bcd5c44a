import type {Entry} from "../../model/entry.ts";
import type {Mark} from "../../search/find-marks.ts";
import {findMarks} from "../../search/find-marks.ts";
import {TypeaheadIndex} from "../../search/typeahead-index.ts";
import type {TypeaheadItem} from "../../search/typeahead-item.ts";
import type {EntryMatch} from "../../store/directory.ts";
import type {Store} from "../../store/store.ts";
import {EntryFollower} from "./entry-news.ts";
import type {NamingFields} from "./entry-names.ts";
import {toHint, toNamingFields, toOtherNames} from "./entry-names.ts";
import type {SimilarOptions} from "./similar.ts";

const DEFAULT_LIMIT = 12;
/** Meaning is asked for when typing pauses: until then the letters answer. */
const MEANING_PAUSE_MS = 120;
/** Shorter texts mean anything. */
const MIN_MEANING_LETTERS = 3;
/** Cosine below which two texts have little in common. */
const MIN_COSINE = 0.5;

/** An entry that fits what is typed. */
export interface EntryHit extends EntryMatch {
  /** What tells it from others of its title; "" where nothing does. */
  readonly hint: string;
  /** The letters of the title that answer. */
  readonly marks: readonly Mark[];
  /** `meaning` where the letters do not answer, but a model says that the text means the same. */
  readonly by: "letters" | "meaning";
}

export interface EntryTypeaheadOptions {
  /** The types that are offered; all where none is named. */
  readonly types?: readonly string[];
  /** Hits at most; 12 if left out. */
  readonly limit?: number;
  /** Ids that may be an answer, such as an SQL filter gave them; all if left out. */
  readonly among?: ReadonlySet<string> | undefined;
  readonly signal?: AbortSignal;
}

/** Entries for what somebody is typing. */
export interface Typeahead {
  /**
   * The entries that the letters find, at once; then, where they leave room and a model is there, those too whose
   * text means nearly the same, behind them: nothing that is on screen moves. An aborted `signal` ends it without a word.
   */
  find(text: string, options?: EntryTypeaheadOptions): AsyncGenerator<readonly EntryHit[]>;
  /** Remembers that somebody chose an entry: what is chosen often comes sooner. */
  pick(id: string): Promise<void>;
}

/** The entries nearest in meaning to a text, best first. */
type FindNear = (
  text: string,
  options: SimilarOptions & {limit: number; accept: (id: string) => boolean}
) => Promise<readonly {readonly id: string; readonly score: number}[]>;

interface Item extends TypeaheadItem {
  readonly type: string;
  readonly hint: string;
}

export function createTypeahead(store: Store, findNear: FindNear): Typeahead {
  const index = new TypeaheadIndex<Item>();
  let naming: ReadonlyMap<string, NamingFields> = new Map();
  let ready: Promise<void> | undefined;
  const follower = new EntryFollower(store, ({entries, gone}) => {
    for (const id of gone) index.remove(id);
    for (const entry of entries) index.put(toItem(entry, naming.get(entry.type)));
  });

  const open = async (): Promise<void> => {
    for (const {id, ...use} of await store.picks.all()) index.use(id, use);
  };
  const sync = async (): Promise<void> => {
    ready ??= open();
    try {
      await ready;
    } catch (error) {
      ready = undefined;
      throw error;
    }
    naming = toNamingFields(await store.types.list());
    await follower.sync();
  };

  return {
    async *find(text, {types = [], limit = DEFAULT_LIMIT, among, signal} = {}) {
      await sync();
      if (signal?.aborted) return;
      const wanted = new Set(types);
      const accept = ({id, type}: Item): boolean =>
        (wanted.size === 0 || wanted.has(type)) && (among?.has(id) ?? true);
      const hits = index
        .search(text, {limit, accept})
        .map(({item}) => toHit(item, "letters", findMarks(item.title, text)));
      yield hits;
      if (hits.length >= limit || text.trim().length < MIN_MEANING_LETTERS) return;
      const known = new Set(hits.map(({id}) => id));
      const near = await findMeant(findNear, text, signal, limit - hits.length, (id) => {
        const item = index.get(id);
        return item !== undefined && !known.has(id) && accept(item);
      });
      const meant = near.flatMap((id) => index.get(id) ?? []);
      if (meant.length > 0) yield [...hits, ...meant.map((item) => toHit(item, "meaning", []))];
    },

    async pick(id) {
      const {count, at} = await store.picks.add(id);
      index.use(id, {count, at});
    }
  };
}

/** Ids by meaning; none where somebody typed on or no model is there: the letters have answered already. */
async function findMeant(
  findNear: FindNear,
  text: string,
  signal: AbortSignal | undefined,
  limit: number,
  accept: (id: string) => boolean
): Promise<string[]> {
  await new Promise((resolve) => setTimeout(resolve, MEANING_PAUSE_MS));
  if (signal?.aborted) return [];
  try {
    const near = await findNear(text, {limit, accept, ...(signal && {signal})});
    return near.filter(({score}) => score >= MIN_COSINE).map(({id}) => id);
  } catch {
    // a model that cannot be opened is told of in the settings and beside similar entries, not at each letter
    return [];
  }
}

function toItem(entry: Entry, naming: NamingFields | undefined): Item {
  const {id, type, title, updated} = entry;
  return {
    id,
    type,
    title,
    updated,
    also: toOtherNames(entry, naming),
    hint: toHint(entry, naming)
  };
}

function toHit(
  {id, type, title, hint}: Item,
  by: EntryHit["by"],
  marks: readonly Mark[]
): EntryHit {
  return {id, type, title, hint, by, marks};
}
