import type {Embedder} from "../../embed/embedder.ts";
import {InputError} from "../../lib/errors.ts";
import {createPause} from "../../lib/pause.ts";
import {moveTowards} from "../../lib/vectors/mean-vector.ts";
import type {EmbeddedTexts, TextSet} from "../../model/text-collection.ts";
import {toLayoutModel} from "../../model/text-layout.ts";
import type {EmbeddingJob} from "./embedding-job.ts";
import {EmbeddingWork} from "./embedding-work.ts";
import type {CollectionState, Meaning, NearOptions, NearText, TextsOptions} from "./meaning.ts";
import type {FindPlaces} from "./nearest-texts.ts";
import {findCentredPlaces, findNearest, findPlaces} from "./nearest-texts.ts";
import {createPrecomputed} from "./precomputed.ts";
import {ProgressMarks} from "./progress-marks.ts";
import type {MeaningGround} from "./sources.ts";
import {TextSources} from "./sources.ts";
import {TextSets} from "./text-sets.ts";
import type {TextSource} from "./text-source.ts";
import type {VectorBook} from "./vector-book.ts";
import {VectorShelf} from "./vector-shelf.ts";
import {WaitingTexts} from "./waiting-texts.ts";

/** Whether nothing is embedded but what somebody waits for; of this browser, not of the workspace. */
const PAUSED = "here.meaning.paused";
const DEFAULT_LIMIT = 10;
/** Fewer vectors that nobody wants are not worth reading all texts. */
const MIN_SWEPT = 1000;
/** After a change others often follow; and a page that has just opened has better things to do. */
const SETTLE_MS = 2500;

export interface MeaningOptions extends MeaningGround {
  /** The model in use, opened when it is first needed, and by what its vectors are known again. */
  readonly embedder: () => Promise<Embedder>;
  readonly model: () => string;
  /** Whether vectors, by what they are known, are of weights that were replaced. */
  readonly isReplaced: (model: string) => boolean;
}

/** The room, and what the workspace needs of it besides. */
export interface MeaningEngine {
  readonly meaning: Meaning;
  close(): void;
}

export function createMeaning(options: MeaningOptions): MeaningEngine {
  const {store, model, isReplaced} = options;
  const sources = new TextSources(options);
  const marks = new ProgressMarks(store.settings);
  const shelf = new VectorShelf(store.vectors, createPrecomputed(options.query));
  const sets = new TextSets(shelf);

  const toJob = async (source: TextSource, work: TextsOptions = {}): Promise<EmbeddingJob> => {
    const {id, label} = source.collection;
    const set = await sets.get(source, work);
    const book = await shelf.book(model());
    const lacking = await shelf.lacking(book, set.hashes);
    const texts = new WaitingTexts();
    const pause = createPause(work.signal);
    for (const [row, hash] of set.hashes.entries()) {
      if (lacking.has(hash)) texts.add(hash, set.texts[row]!);
      await pause();
    }
    let {state} = source;
    return {
      id,
      label,
      texts,
      async refresh() {
        const now = await sources.maybeFind(id);
        if (now?.state === state) return undefined;
        state = now?.state ?? "";
        return new Set(now ? (await sets.get(now)).hashes : []);
      },
      done: () => mark(source, set)
    };
  };

  const mark = async (source: TextSource, set: TextSet): Promise<void> => {
    const book = await shelf.book(model());
    await marks.set(source, {...(await count(set, book)), model: book.model, state: source.state});
  };

  const queue = new EmbeddingWork({
    lock: `lakebook embedding: ${store.name}`,
    shelf,
    embedder: options.embedder,
    model,
    readPaused: () => store.settings.get(PAUSED, false),
    keepPaused: (isPaused) => store.settings.set(PAUSED, isPaused || undefined),
    async findJobs() {
      const jobs: EmbeddingJob[] = [];
      for (const source of await sources.list()) {
        if (!(await sources.isChosen(source)) || (await marks.get(source, model()))) continue;
        const job = await toJob(source);
        if (job.texts.size > 0) jobs.push(job);
        else await job.done();
      }
      if (jobs.length === 0) {
        await sweepModels();
        await sweep();
      }
      return jobs;
    }
  });

  /** Removes what is known of models whose weights were replaced. */
  const sweepModels = async (): Promise<void> => {
    for (const model of (await store.vectors.countByModel()).keys())
      if (isReplaced(model)) await store.vectors.clear(model);
    await store.layouts.sweep((id) => isReplaced(toLayoutModel(id)));
  };

  /** Removes vectors of texts that no collection has any more, once they are most of what is kept. */
  const sweep = async (): Promise<void> => {
    const name = model();
    const kept = (await store.vectors.countByModel()).get(name) ?? 0;
    const all = (await sources.list()).filter(({collection}) => collection.columns.length > 0);
    const known = await Promise.all(all.map((source) => marks.get(source, name)));
    const texts = known.reduce((sum, mark) => sum + (mark?.texts ?? 0), 0);
    if (kept - texts <= Math.max(MIN_SWEPT, texts)) return;
    const wanted = new Set<string>();
    for (const source of all) for (const hash of (await sets.get(source)).hashes) wanted.add(hash);
    await store.vectors.sweep(name, wanted);
    shelf.forget();
  };

  /** Sees to it that each text of a collection has its vector; gives them with the book. */
  const ensure = async (
    source: TextSource,
    work: TextsOptions
  ): Promise<{set: TextSet; book: VectorBook}> => {
    for (;;) {
      const reading = work.signal ? {signal: work.signal} : {};
      const job = await toJob(source, reading);
      if (job.texts.size > 0) await queue.want(job, work);
      const book = await shelf.book(model());
      const set = await sets.get(source, reading);
      if ((await shelf.lacking(book, set.hashes)).size === 0) return {set, book};
    }
  };

  const findNamed = async (ids: readonly string[] | undefined): Promise<TextSource[]> => {
    if (ids) return Promise.all(ids.map((id) => sources.find(id)));
    const all = await sources.list();
    const chosen = await Promise.all(all.map((source) => sources.isChosen(source)));
    return all.filter((_, i) => chosen[i]);
  };

  const search = async (
    query: Float32Array,
    book: VectorBook,
    named: readonly TextSource[],
    {limit = DEFAULT_LIMIT, accept = () => true, signal}: NearOptions,
    open: (book: VectorBook, query: Float32Array) => FindPlaces | Promise<FindPlaces> = findPlaces
  ): Promise<NearText[]> => {
    const placed = []; // which brings the vectors that came with the lake
    for (const source of named) placed.push(await sets.place(source, book, signal ? {signal} : {}));
    if (query.length !== book.dimensions) return [];
    return findNearest(placed, await open(book, query), {limit, accept, signal});
  };

  const toState = async (source: TextSource): Promise<CollectionState> => {
    const {collection, columns, times, rows} = source;
    const isChosen = await sources.isChosen(source);
    const known = {collection, columns, times, rows, isChosen};
    const kept = await marks.get(source, model());
    if (kept) return {...known, texts: kept.texts, embedded: kept.embedded};
    const set = sets.peek(source);
    if (!set) return {...known, texts: undefined, embedded: 0};
    const book = await shelf.book(model());
    await shelf.lacking(book, set.hashes); // brings those of the lake
    return {...known, ...(await count(set, book))};
  };

  const meaning: Meaning = {
    async collections({onFound} = {}) {
      const all = await sources.list(onFound && (async (source) => onFound(await toState(source))));
      return Promise.all(all.map(toState));
    },

    async choose(id, choice) {
      await sources.choose(id, choice);
      if (choice.isChosen === false) queue.drop(id);
      void queue.look();
    },

    texts: async (id, work) => sets.get(await sources.find(id), work),

    async embedded(id, work = {}): Promise<EmbeddedTexts> {
      const {set, book} = await ensure(await sources.find(id), work);
      const {dimensions} = book;
      const vectors = new Float32Array(set.hashes.length * dimensions);
      const pause = createPause(work.signal);
      for (const [row, hash] of set.hashes.entries()) {
        book.copy(hash, vectors, row * dimensions);
        await pause();
      }
      return {...set, model: book.model, dimensions, vectors};
    },

    async near(text, {collections, isCentred = false, towards = [], ...rest} = {}) {
      const embedder = await options.embedder();
      const named = await findNamed(collections);
      const book = await shelf.book(model());
      const query = await embedder.embed([text], rest.signal && {signal: rest.signal});
      if (!isCentred) return search(query, book, named, rest);
      return search(query, book, named, rest, async () => {
        const others = [];
        for (const {end, weight} of towards) {
          const vector = new Float32Array(book.dimensions);
          if (book.copy(await findHash(named, end, rest), vector, 0))
            others.push({vector: book.centre(vector), weight});
        }
        return findCentredPlaces(book, moveTowards(query, others));
      });
    },

    async similar(end, {collections, isWhole = false, ...rest} = {}) {
      const named = await findNamed(collections);
      for (const source of isWhole ? named : []) await ensure(source, rest);
      const book = await shelf.book(model());
      const hash = await findHash(named, end, rest);
      await shelf.lacking(book, [hash]);
      const query = new Float32Array(book.dimensions);
      if (!book.copy(hash, query, 0)) query.set(await embedEnd(end, rest));
      if (!query.some((value) => value !== 0))
        throw new InputError("nothing to compare: there is no text that the model can read");
      const {accept = () => true} = rest;
      return search(query, book, named, {
        ...rest,
        accept: (other) => other !== end && accept(other)
      });
    },

    queue,

    follow() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stop = store
        .live(async () => [
          await store.history.revision(),
          (await store.batches.list()).map(({id, rolledBack}) => [id, rolledBack])
        ])
        .subscribe(() => {
          clearTimeout(timer);
          timer = setTimeout(() => void queue.look(), SETTLE_MS);
        });
      return () => {
        clearTimeout(timer);
        stop();
      };
    }
  };

  const findHash = async (
    named: readonly TextSource[],
    end: string,
    work: TextsOptions
  ): Promise<string> => {
    for (const source of named) {
      const {ends, hashes} = await sets.get(source, work);
      const row = ends.indexOf(end);
      if (row >= 0 && hashes[row] !== "") return hashes[row]!;
    }
    return "";
  };

  /** The vector of a text that has none as yet, or never will, as nobody chose its table; empty where it says nothing. */
  const embedEnd = async (end: string, work: TextsOptions): Promise<Float32Array> => {
    const all = await sources.list();
    for (const source of all.filter(({collection}) => collection.columns.length > 0)) {
      const {ends, texts} = await sets.get(source, work);
      const text = texts[ends.indexOf(end)] ?? "";
      if (text === "") continue;
      const embedder = await options.embedder();
      return embedder.embed([text], work.signal && {signal: work.signal});
    }
    return new Float32Array();
  };

  return {meaning, close: () => queue.close()};
}

async function count(
  {hashes}: TextSet,
  book: VectorBook
): Promise<{texts: number; embedded: number}> {
  const distinct = new Set<string>();
  let embedded = 0;
  const pause = createPause();
  for (const hash of hashes) {
    if (hash === "" || distinct.has(hash)) continue;
    distinct.add(hash);
    if (book.has(hash)) ++embedded;
    await pause();
  }
  return {texts: distinct.size, embedded};
}
