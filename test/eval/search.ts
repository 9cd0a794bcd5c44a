import {existsSync} from "node:fs";
import {join} from "node:path";
import type {Embedder} from "../../src/embed/embedder.ts";
import type {RankMode} from "../../src/search/text/collection-ranker.ts";
import {CollectionRanker, RANK_MODES} from "../../src/search/text/collection-ranker.ts";
import {readBeir} from "./search/beir.ts";
import {CRANFIELD_FILES, readCranfield} from "./search/cranfield.ts";
import type {JudgedTexts} from "./search/judged-texts.ts";
import {readHeadings} from "./search/headings.ts";
import {toNdcg} from "./search/ndcg.ts";
import type {EvalTask} from "./task.ts";

const TOP = 10;
/** Texts that are embedded at a time. */
const BATCH = 2000;

/** How well words, meaning and both rank the texts that people judged right (nDCG@10, macro averaged over queries). */
export const searchTask: EvalTask = {
  name: "search",
  async *run({embedder, data}) {
    for await (const judged of findCollections(data)) {
      const {name, queries} = judged;
      const ranker = await toRanker(judged, embedder);
      const vectors = await embedder.embed(queries.map(({text}) => text));
      const {dimensions} = embedder;
      const measure = (mode: RankMode): number => {
        const values = queries.map(({text, grades}, i) => {
          const vector = vectors.subarray(i * dimensions, (i + 1) * dimensions);
          const ranked = ranker.rank(text, vector, {mode, top: TOP});
          return toNdcg(
            ranked.map(({id}) => id),
            grades,
            TOP
          );
        });
        return values.reduce((sum, value) => sum + value, 0) / values.length;
      };
      for (const mode of RANK_MODES)
        yield {
          collection: name,
          measure: `nDCG@10 ${mode}`,
          value: measure(mode),
          count: queries.length
        };
    }
  }
};

async function* findCollections(data: string): AsyncGenerator<JudgedTexts> {
  for (const folder of [data, join(data, "cranfield"), join(data, "search", "cranfield")])
    if (CRANFIELD_FILES.every((file) => existsSync(join(folder, file))))
      yield await readCranfield(folder);
  yield* readBeir(join(data, "search"));
  const vault = await readHeadings(join(data, "vault"));
  if (vault.queries.length > 0) yield vault;
}

async function toRanker({documents}: JudgedTexts, embedder: Embedder): Promise<CollectionRanker> {
  const ranker = new CollectionRanker(embedder.dimensions);
  for (let at = 0; at < documents.length; at += BATCH) {
    const some = documents.slice(at, at + BATCH);
    const vectors = await embedder.embed(some.map(({title, text}) => `${title}\n${text}`.trim()));
    ranker.add(some, vectors);
  }
  return ranker;
}
