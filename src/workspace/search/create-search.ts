import {UnavailableError, isAbortError} from "../../lib/errors.ts";
import {toFeedback} from "../../search/text/feedback.ts";
import type {NearTextOptions} from "../meaning/meaning.ts";
import {toMeantText} from "./meant-text.ts";
import type {EngineAnswer, EngineQuery} from "./search-engine.ts";
import type {SearchGround} from "./search-ground.ts";
import type {SearchItem} from "./search-item.ts";
import {toItemId} from "./search-item.ts";
import type {SearchLink} from "./search-link.ts";
import type {FixedItem, HitKind, Search, SearchAnswer, SearchOptions} from "./search.ts";
import {EMPTY_ANSWER} from "./search.ts";
import {SearchSources} from "./sources.ts";

const DEFAULT_LIMIT = 20;
/** Meaning is asked for when typing pauses: until then the words answer. */
const MEANING_PAUSE_MS = 120;
/** How often those who wait for tables hear what was found as yet. */
const READING_MS = 400;
/** Shorter texts mean anything. */
const MIN_MEANING_LETTERS = 3;
/** Texts near in meaning that are joined with what the words found. */
const NEAR_TEXTS = 200;
/**
 * Cosine below which two texts have little in common, and the same of a query with texts without half of what all have in common:
 * of a vault's headings, 59 % of the right notes are above it and 5 % of the others.
 */
const MIN_COSINE = 0.3;
const MIN_CENTRED_COSINE = 0.25;
/** Hits of a first answer among which those are that tell what the second looks for. */
const CANDIDATES = 10;
const WITH_VECTORS: ReadonlySet<HitKind> = new Set(["entry", "row", "document"]);

/** Search over what there is, by an engine that `open` starts when it is first asked. */
export function createSearch(
  ground: SearchGround,
  open: () => SearchLink
): {readonly search: Search; readonly close: () => void} {
  let opened: {link: SearchLink; sources: SearchSources} | undefined;
  let fixed: readonly FixedItem[] = [];

  const start = (): {link: SearchLink; sources: SearchSources} => {
    if (opened) return opened;
    const link = open();
    putFixed(link);
    return (opened = {link, sources: new SearchSources(ground, link)});
  };

  const putFixed = (link: SearchLink): void => {
    // a query hears of a worker that failed
    link.put(fixed.map(toFixedItem)).catch(() => undefined);
  };

  const search: Search = {
    offer(items) {
      opened?.link.remove(fixed.map(({kind, end}) => toItemId(kind, end)));
      fixed = items;
      if (opened) putFixed(opened.link);
    },

    async answer(text, options) {
      let last = EMPTY_ANSWER;
      for await (const answer of search.find(text, options)) last = answer;
      return last;
    },

    async *find(text, {signal, ...options} = {}) {
      try {
        yield* answerBySteps(text, options, signal);
      } catch (error) {
        if (!signal?.aborted) throw error;
      }
    }
  };

  /** By words of what is there; once tables are read, of all; then by meaning too. */
  async function* answerBySteps(
    text: string,
    options: SearchOptions,
    signal: AbortSignal | undefined
  ): AsyncGenerator<SearchAnswer> {
    const {link, sources} = start();
    const {like} = options;
    const mode = like === undefined ? (options.mode ?? "hybrid") : "semantic";
    const meant = toMeantText(text);
    const hasMeaning =
      like !== undefined || (mode !== "lexical" && meant.length >= MIN_MEANING_LETTERS);
    const query = toEngineQuery(text, !hasMeaning || mode !== "semantic", options);
    const ask = async (near: EngineQuery["near"], isWhole: boolean): Promise<SearchAnswer> =>
      toAnswer(await link.find({...query, near}, signal), sources, isWhole);

    const entries = sources.syncEntries();
    // who stays hears of it below
    entries.catch(() => undefined);
    while (!(await isOver(entries, READING_MS))) {
      signal?.throwIfAborted();
      if (query.hasWords) yield await ask(null, false);
    }
    signal?.throwIfAborted();
    const isRead = sources.areTablesRead;
    const reading = sources.syncTables();
    reading.catch(() => undefined);
    if (query.hasWords) yield await ask(null, isRead && !hasMeaning);
    if (isRead && !hasMeaning) return;
    while (!(await isOver(reading, READING_MS))) {
      signal?.throwIfAborted();
      yield await ask(null, false);
    }
    signal?.throwIfAborted();
    if (!hasMeaning || (query.hasWords && !isRead)) yield await ask(null, !hasMeaning);
    if (!hasMeaning) return;
    const near = await findNear(ground, like === undefined ? {text: meant} : {end: like}, signal);
    signal?.throwIfAborted();
    if (!near || like !== undefined) {
      yield await ask(near ?? null, near !== undefined);
      return;
    }
    // the second answer is that of a query moved towards the best of the first
    const {hits} = await link.find({...query, near, limit: CANDIDATES, offset: 0}, signal);
    const towards = toFeedback(hits.filter(({kind}) => WITH_VECTORS.has(kind)));
    const moved = await findNear(
      ground,
      {text: meant, towards: towards.map(({text: {end}, weight}) => ({end, weight}))},
      signal
    );
    signal?.throwIfAborted();
    yield await ask(moved ?? near, true);
  }

  return {search, close: () => opened?.link.close()};
}

/** Whether work was done within a time; rejects where it failed. */
async function isOver(work: Promise<void>, ms: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What means nearly the same; undefined where no model is there, which the settings tell of. */
async function findNear(
  {storeFailure, meaning}: SearchGround,
  what: (Pick<NearTextOptions, "towards"> & {readonly text: string}) | {readonly end: string},
  signal: AbortSignal | undefined
): Promise<EngineQuery["near"] | undefined> {
  if ("text" in what && !what.towards)
    await new Promise((resolve) => setTimeout(resolve, MEANING_PAUSE_MS));
  if (signal?.aborted || storeFailure) return undefined;
  const options = {limit: NEAR_TEXTS, ...(signal && {signal})};
  try {
    const near = await ("text" in what
      ? meaning.near(what.text, {...options, isCentred: true, towards: what.towards ?? []})
      : meaning.similar(what.end, options));
    const least = "text" in what ? MIN_CENTRED_COSINE : MIN_COSINE;
    return near.filter(({score}) => score >= least).map(({end, score}) => ({end, score}));
  } catch (error) {
    if (isAbortError(error) || error instanceof UnavailableError) return undefined;
    throw error;
  }
}

function toEngineQuery(
  text: string,
  hasWords: boolean,
  {limit = DEFAULT_LIMIT, offset = 0, kinds}: SearchOptions
): EngineQuery {
  return {text, limit, offset, kinds: kinds ?? null, hasWords, near: null, now: Date.now()};
}

function toAnswer(
  answer: EngineAnswer,
  {reading, leftOut, unchosen}: SearchSources,
  isWhole: boolean
): SearchAnswer {
  return {...answer, isWhole, reading, leftOut, unchosen};
}

function toFixedItem({kind, end, title, text = ""}: FixedItem): SearchItem {
  const texts: Record<string, string> = text === "" ? {} : {text};
  return {kind, end, title, texts, from: "", types: [], tags: [], time: NaN};
}
