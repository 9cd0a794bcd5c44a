import type {EvalModel} from "./eval/eval-model.ts";
import type {Figure} from "./eval/figure.ts";
import type {OnMissing} from "./eval/find-path.ts";
import {findPath} from "./eval/find-path.ts";
import {readJudgedSets} from "./eval/judged-sets.ts";
import type {JudgedTexts} from "./eval/judged-texts.ts";
import {readLabelledSets} from "./eval/labelled-sets.ts";
import type {LabelledTexts} from "./eval/labelled-texts.ts";
import {scoreClasses} from "./eval/nearest-classes.ts";
import {scoreRanking} from "./eval/score-ranking.ts";
import {readRatedPairs, scorePairs} from "./evaluate.ts";
import type {RatedPair} from "./evaluate.ts";

/** Rated pairs by name of the set. */
export type RatedSets = ReadonlyMap<string, readonly RatedPair[]>;

/** Texts that people rated, labelled and judged. */
export interface Benchmarks {
  readonly rated: RatedSets;
  readonly labelled: readonly LabelledTexts[];
  readonly judged: readonly JudgedTexts[];
}

/** English sets of rated pairs. Only `sts-dev` may guide a choice; none is trained on. */
const RATED: Readonly<Record<string, readonly string[]>> = {
  "sts-dev": toStsPaths("dev"),
  "sts-train": toStsPaths("train"),
  "sts-test": toStsPaths("test"),
  "patents-test": ["patent_phrases/patent-test.csv", "patent-test.csv"]
};

function toStsPaths(part: string): string[] {
  return ["stsb", "stsbenchmark", "."].flatMap((folder) => [
    `${folder}/stsb-en-${part}.csv`,
    `${folder}/sts-${part}.csv`
  ]);
}

/** The sets of rated pairs that lie in the folder. */
export async function readRatedSets(folder: string, onMissing?: OnMissing): Promise<RatedSets> {
  const sets = new Map<string, RatedPair[]>();
  for (const [name, paths] of Object.entries(RATED)) {
    const path = await findPath(folder, paths);
    if (path === undefined) onMissing?.(`${name} (${paths[0]})`);
    else sets.set(name, await readRatedPairs(path));
  }
  return sets;
}

/** All sets that lie in the folder. */
export async function readBenchmarks(folder: string, onMissing?: OnMissing): Promise<Benchmarks> {
  const rated = await readRatedSets(folder, onMissing);
  const labelled: LabelledTexts[] = [];
  for await (const texts of readLabelledSets(folder, onMissing)) labelled.push(texts);
  const judged: JudgedTexts[] = [];
  for await (const texts of readJudgedSets(folder, onMissing)) judged.push(texts);
  return {rated, labelled, judged};
}

/** All figures of a model, one after the other as they are known. */
export async function* scoreBenchmarks(
  model: EvalModel,
  {rated, labelled, judged}: Benchmarks
): AsyncGenerator<Figure> {
  for (const [name, pairs] of rated) yield await scoreRated(name, pairs, model);
  for (const texts of labelled) yield await scoreLabelled(texts, model);
  for (const texts of judged) yield* scoreRanking(texts, model.embedder);
}

export async function scoreRated(
  collection: string,
  pairs: readonly RatedPair[],
  {toLikeness}: EvalModel
): Promise<Figure> {
  const value = await scorePairs(pairs, toLikeness);
  return {collection, measure: "Spearman", value, count: pairs.length};
}

export async function scoreLabelled(
  {name, texts, classes}: LabelledTexts,
  {toLikeness}: EvalModel
): Promise<Figure> {
  const value = scoreClasses(classes, await toLikeness(texts));
  return {collection: name, measure: "5-NN accuracy", value, count: texts.length};
}
