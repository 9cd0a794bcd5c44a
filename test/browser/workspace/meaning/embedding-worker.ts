import type {Embedder} from "../../../../src/embed/embedder.ts";
import {EMPTY_CATALOGUE} from "../../../../src/model/catalogue.ts";
import {QueryResult, toColumnReader} from "../../../../src/model/query-result.ts";
import {openStore} from "../../../../src/store/store.ts";
import {createMeaning} from "../../../../src/workspace/meaning/create-meaning.ts";

/** What a lake without anything answers. */
const NOTHING = new QueryResult({
  fields: [{name: "n", type: "BIGINT"}],
  readers: [toColumnReader([0])]
});

/** A tab that embeds: tells how many texts have their vector, and is slow enough to be ended in the middle. */
self.onmessage = async ({data: name}: MessageEvent<string>) => {
  const store = await openStore({name});
  const embedder: Embedder = {
    model: "letters",
    dimensions: 3,
    async embed(texts) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return new Float32Array(texts.length * 3).fill(Math.fround(Math.sqrt(1 / 3)));
    },
    close: () => Promise.resolve()
  };
  const {meaning} = createMeaning({
    store,
    catalogue: () => Promise.resolve(EMPTY_CATALOGUE),
    query: () => Promise.resolve(NOTHING),
    embedder: () => Promise.resolve(embedder),
    model: () => "letters",
    isReplaced: () => false
  });
  meaning.queue.subscribe(({done}) => self.postMessage(done));
  meaning.queue.start();
};
