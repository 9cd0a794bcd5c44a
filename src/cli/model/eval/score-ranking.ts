import type {Embedder} from "../../../embed/embedder.ts";
import {vectorAt} from "../../../embed/vectors.ts";
import {VectorScan} from "../../../lib/vectors/vector-scan.ts";
import type {RankMode} from "../../../search/text/collection-ranker.ts";
import {CollectionRanker} from "../../../search/text/collection-ranker.ts";
import type {Figure} from "./figure.ts";
import type {JudgedTexts} from "./judged-texts.ts";
import {toNdcg} from "./ndcg.ts";

const TOP = 10;

/** Ids for the query of a number, best first. */
type Rank = (query: number) => readonly string[];

/**
 * nDCG@10, macro averaged over queries: of the product's words (BM25), and with a model of its plain cosines ("vectors"), of
 * the product's meaning ("centred": with texts without half of what all have in common) and of what the product joins ("fused").
 */
export async function* scoreRanking(
  {name, documents, queries}: JudgedTexts,
  embedder?: Embedder
): AsyncGenerator<Figure> {
  const toFigure = (way: string, rank: Rank): Figure => {
    const values = queries.map(({grades}, i) => toNdcg(rank(i), grades, TOP));
    const value = values.reduce((sum, one) => sum + one, 0) / values.length;
    return {collection: name, measure: `nDCG@${TOP} ${way}`, value, count: queries.length};
  };
  const vectors = await embedder?.embed(documents.map(toText));
  const asked = await embedder?.embed(queries.map(({text}) => text));
  const size = embedder?.dimensions ?? 0;
  const ranker = new CollectionRanker(size);
  ranker.add(documents, vectors);
  const rankBy =
    (mode: RankMode): Rank =>
    (i) =>
      ranker
        .rank(queries[i]!.text, asked && vectorAt(asked, size, i), {mode, top: TOP})
        .map(({id}) => id);
  yield toFigure("BM25", rankBy("lexical"));
  if (!vectors || !asked) return;
  const scan = new VectorScan(size);
  scan.add(vectors);
  yield toFigure("vectors", (i) =>
    scan.nearest(vectorAt(asked, size, i), {top: TOP}).map(({row}) => documents[row]!.id)
  );
  yield toFigure("centred", rankBy("semantic"));
  yield toFigure("fused", rankBy("hybrid"));
}

/** Some texts begin with their title. */
function toText({title, text}: JudgedTexts["documents"][number]): string {
  return text.startsWith(title) ? text : `${title}\n${text}`;
}
