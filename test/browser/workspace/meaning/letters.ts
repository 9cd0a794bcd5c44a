import {onTestFinished} from "vitest";
import type {Embedder} from "../../../../src/embed/embedder.ts";
import {EMPTY_CATALOGUE} from "../../../../src/model/catalogue.ts";
import type {Catalogue} from "../../../../src/model/catalogue.ts";
import {QueryResult, toColumnReader} from "../../../../src/model/query-result.ts";
import type {Lake} from "../../../../src/lake/lake.ts";
import type {Store} from "../../../../src/store/store.ts";
import type {MeaningOptions} from "../../../../src/workspace/meaning/create-meaning.ts";
import {createMeaning} from "../../../../src/workspace/meaning/create-meaning.ts";
import type {Meaning} from "../../../../src/workspace/meaning/meaning.ts";

/** A model of three numbers: how much of each of three letters there is in a text. Remembers what it was asked. */
export function letters(model = "letters"): Embedder & {asked: string[]} {
  const asked: string[] = [];
  return {
    model,
    dimensions: 3,
    asked,
    async embed(texts, {signal, onProgress} = {}) {
      const vectors = new Float32Array(texts.length * 3);
      for (const [i, text] of texts.entries()) {
        signal?.throwIfAborted();
        asked.push(text);
        const counts = ["a", "b", "c"].map((letter) => text.split(letter).length - 1);
        const length = Math.hypot(...counts);
        if (length > 0)
          vectors.set(
            counts.map((count) => count / length),
            3 * i
          );
        onProgress?.(i + 1, texts.length);
        await Promise.resolve();
      }
      return vectors;
    },
    close: () => Promise.resolve()
  };
}

/** What a lake without anything answers. */
export const NOTHING = new QueryResult({
  fields: [{name: "n", type: "BIGINT"}],
  readers: [toColumnReader([0])]
});

/** The room of a store, with a lake or without one. It stops when the test is over. */
export function openMeaning(
  store: Store,
  {
    embedder = letters(),
    open = () => Promise.resolve(embedder),
    lake,
    catalogue = EMPTY_CATALOGUE,
    ...options
  }: Partial<Omit<MeaningOptions, "embedder" | "catalogue">> & {
    embedder?: Embedder;
    /** Opens the model in use, where that changes. */
    open?: () => Promise<Embedder>;
    lake?: Lake;
    catalogue?: Catalogue;
  } = {}
): Meaning {
  const engine = createMeaning({
    store,
    catalogue: () => Promise.resolve(catalogue),
    query: (sql, options) => lake?.query(sql, options) ?? Promise.resolve(NOTHING),
    embedder: open,
    model: () => embedder.model,
    isReplaced: () => false,
    ...options
  });
  onTestFinished(() => engine.close());
  return engine.meaning;
}
