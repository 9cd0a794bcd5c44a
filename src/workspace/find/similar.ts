import type {Embedder} from "../../embed/embedder.ts";
import {nearest} from "../../embed/nearest.ts";
import {hasVector} from "../../embed/vectors.ts";
import {InputError} from "../../lib/errors.ts";
import {Queue} from "../../lib/queue.ts";
import {hashText} from "../../lib/text-hash.ts";
import type {Entry} from "../../model/entry.ts";
import type {Store} from "../../store/store.ts";
import {NO_REVISION, readEntryNews} from "./entry-news.ts";
import {toEntryText} from "./entry-text.ts";
import {VectorIndex} from "./vector-index.ts";

/** Texts that are embedded before their vectors are kept: a reload in the middle loses no more than these. */
const TEXTS_PER_WRITE = 512;

export interface SimilarEntry {
  readonly entry: Entry;
  /** Cosine, from -1 to 1. */
  readonly score: number;
}

export interface NearEntry {
  readonly id: string;
  /** Cosine, from -1 to 1. */
  readonly score: number;
}

export interface SimilarOptions {
  readonly signal?: AbortSignal;
  /** Called with the texts that have their vector, out of those that lacked one. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What entries mean, by vectors that are computed once and again only where their text or the model changes. */
export interface Similar {
  /**
   * The entries whose meaning is nearest to that of the entry, best first, by an exact search. Computes the vectors that
   * are missing. Throws `InputError` where the entry is not there or has no text.
   */
  similar(id: string, options?: SimilarOptions & {limit?: number}): Promise<SimilarEntry[]>;
  /**
   * The entries whose meaning is nearest to that of a text, of those that are accepted, best first. Computes the vectors
   * that are missing; a text that the model cannot read is near to none.
   */
  near(
    text: string,
    options?: SimilarOptions & {limit?: number; accept?: (id: string) => boolean}
  ): Promise<NearEntry[]>;
  /** Computes the vectors that are missing, and forgets those of entries that are no more. */
  sync(options?: SimilarOptions): Promise<void>;
}

export function createSimilar({
  store,
  embedder: openEmbedder
}: {
  store: Store;
  embedder: () => Promise<Embedder>;
}): Similar {
  let known: Known | undefined;
  const queue = new Queue();

  const bring = async (options: SimilarOptions): Promise<VectorIndex> => {
    options.signal?.throwIfAborted();
    const embedder = await openEmbedder();
    const {model, dimensions} = embedder;
    if (known?.model !== model || known.index.dimensions !== dimensions) {
      known = {
        model,
        revision: NO_REVISION,
        index: await loadIndex(store, model, dimensions),
        lacking: new Map()
      };
    }
    await follow(store, known);
    await embedLacking(store, embedder, known, options);
    return known.index;
  };

  /** A second call finds what the first has computed, also where the first was stopped. */
  const take = (options: SimilarOptions): Promise<VectorIndex> => queue.run(() => bring(options));

  return {
    async sync(options = {}) {
      await take(options);
    },

    async near(text, {limit = 10, accept = () => true, ...options} = {}) {
      const index = await take(options);
      const query = await (await openEmbedder()).embed([text], {signal: options.signal});
      const skip = (row: number): boolean => !accept(index.id(row));
      return nearest(query, index.vectors, {top: limit, skip}).map(({row, score}) => ({
        id: index.id(row),
        score
      }));
    },

    async similar(id, {limit = 10, ...options} = {}) {
      const entry = await store.entries.get(id);
      if (!entry) throw new InputError(`entry not found: ${id}`);
      const index = await take(options);
      const own = index.row(id);
      if (own === undefined || !hasVector(index.vectors, index.dimensions, own)) {
        throw new InputError(
          `nothing to compare: "${entry.title}" has no text that the model can read`
        );
      }
      const query = index.vector(own).slice();
      const found = nearest(query, index.vectors, {top: limit, skip: (row) => row === own});
      const entries = await store.entries.getAll(found.map(({row}) => index.id(row)));
      const byId = new Map(entries.map((entry) => [entry.id, entry]));
      return found.flatMap(({row, score}) => {
        const entry = byId.get(index.id(row));
        return entry ? [{entry, score}] : [];
      });
    }
  };
}

/** What is in memory: the vectors, up to which change they follow the store, and the texts that still lack theirs. */
interface Known {
  readonly model: string;
  readonly index: VectorIndex;
  readonly lacking: Map<string, {readonly text: string; readonly hash: string}>;
  revision: number;
}

async function loadIndex(store: Store, model: string, dimensions: number): Promise<VectorIndex> {
  const set = await store.vectors.load(model);
  const isUsable = set.dimensions === dimensions;
  return new VectorIndex(
    dimensions,
    isUsable ? set : {ids: [], hashes: [], vectors: new Float32Array(0)}
  );
}

/** Finds the texts that lack a vector: by the history where the index follows it already, else by looking at all. */
async function follow(store: Store, known: Known): Promise<void> {
  const revision = await store.history.revision();
  if (revision === known.revision) return;
  const gone = new Set(known.revision === NO_REVISION ? known.index.ids() : []);
  for await (const news of readEntryNews(store, known.revision)) {
    for (const {id} of news.entries) gone.delete(id);
    for (const id of news.gone) gone.add(id);
    await compare(known, news.entries);
  }
  for (const id of gone) known.lacking.delete(id);
  const removed = [...gone].filter((id) => known.index.row(id) !== undefined);
  await store.vectors.remove(removed);
  for (const id of removed) known.index.remove(id);
  known.revision = revision;
}

async function compare({index, lacking}: Known, entries: readonly Entry[]): Promise<void> {
  const texts = entries.map((entry) => toEntryText(entry));
  const hashes = await Promise.all(texts.map((text) => hashText(text)));
  entries.forEach(({id}, i) => {
    if (index.hash(id) === hashes[i]) lacking.delete(id);
    else lacking.set(id, {text: texts[i]!, hash: hashes[i]!});
  });
}

async function embedLacking(
  store: Store,
  embedder: Embedder,
  {model, index, lacking}: Known,
  {signal, onProgress}: SimilarOptions
): Promise<void> {
  const total = lacking.size;
  if (total === 0) return;
  const all = [...lacking];
  const {dimensions} = index;
  onProgress?.(0, total);
  for (let start = 0; start < total; start += TEXTS_PER_WRITE) {
    const part = all.slice(start, start + TEXTS_PER_WRITE);
    const vectors = await embedder.embed(
      part.map(([, {text}]) => text),
      {signal, onProgress: (done) => onProgress?.(start + done, total)}
    );
    const items = part.map(([id, {hash}], i) => ({
      id,
      hash,
      vector: vectors.slice(i * dimensions, (i + 1) * dimensions)
    }));
    await store.vectors.putAll(model, dimensions, items);
    for (const {id, hash, vector} of items) {
      index.put(id, hash, vector);
      lacking.delete(id);
    }
    signal?.throwIfAborted();
  }
}
