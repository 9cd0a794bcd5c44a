import type {EvalModel} from "./eval-model.ts";
import type {Figure} from "./figure.ts";
import type {OnMissing} from "./find-path.ts";
import {findPath} from "./find-path.ts";
import {readJudgedSets} from "./judged-sets.ts";
import type {JudgedTexts} from "./judged-texts.ts";
import {readLabelledSets} from "./labelled-sets.ts";
import type {LabelledTexts} from "./labelled-texts.ts";
import {scoreClasses} from "./nearest-classes.ts";
import {readRatedPairs, scorePairs} from "./rated-pairs.ts";
import type {RatedPair} from "./rated-pairs.ts";

/** Rated pairs by name of the set. */
export type RatedSets = ReadonlyMap<string, readonly RatedPair[]>;

/** Texts that people rated, labelled and judged. */
export interface Benchmarks {
  readonly rated: RatedSets;
  readonly labelled: readonly LabelledTexts[];
  readonly judged: readonly JudgedTexts[];
}

/**
 * Sets of rated pairs; none is trained on. One is German and shows what is left of a model of English. What guided choices is told
 * in the model's card: `sts-dev`, a half of `sts-train`, and the train part of the patent phrases, which is not read here.
 */
const RATED: Readonly<Record<string, readonly string[]>> = {
  "sts-dev": toStsPaths("dev"),
  "sts-train": toStsPaths("train"),
  "sts-test": toStsPaths("test"),
  "sts-de-dev": ["stsb/stsb-de-dev.csv", "stsb-de-dev.csv"],
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
