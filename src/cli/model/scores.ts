import {access} from "node:fs/promises";
import {join} from "node:path";
import {openNodeEmbedder} from "../../embed/node-embedder.ts";
import {correlateRanks} from "../../lib/rank-correlation.ts";
import {evaluatePairs, readRatedPairs} from "./evaluate.ts";
import type {RatedPair} from "./evaluate.ts";
import {toWords} from "./words.ts";

/** Spearman's correlation with people's ratings, by name of the set. */
export interface Scores {
  readonly model: string;
  readonly scores: Readonly<Record<string, number>>;
}

interface RatedSet {
  readonly name: string;
  readonly file: string;
  /** Where the two texts and the score are in a row. */
  readonly columns: readonly [number, number, number];
}

/** English sets of rated pairs. Only `sts-dev` may guide a choice; none is trained on. */
const SETS: readonly RatedSet[] = [
  {name: "sts-dev", file: "stsb/stsb-en-dev.csv", columns: [0, 1, 2]},
  {name: "sts-train", file: "stsb/stsb-en-train.csv", columns: [0, 1, 2]},
  {name: "sts-test", file: "stsb/stsb-en-test.csv", columns: [0, 1, 2]},
  {name: "patents-test", file: "patent_phrases/patent-test.csv", columns: [0, 1, 3]}
];

export type RatedSets = ReadonlyMap<string, readonly RatedPair[]>;

/** The sets that lie in the folder. */
export async function readRatedSets(folder: string): Promise<RatedSets> {
  const sets = new Map<string, RatedPair[]>();
  for (const {name, file, columns} of SETS) {
    const path = join(folder, file);
    const isThere = await access(path).then(
      () => true,
      () => false
    );
    if (isThere) sets.set(name, await readRatedPairs(path, columns));
  }
  return sets;
}

/** Scores a model folder as people use it: through the embedder. */
export async function scoreModel(folder: string, sets: RatedSets): Promise<Scores> {
  const embedder = await openNodeEmbedder(folder);
  const scores: Record<string, number> = {};
  for (const [name, pairs] of sets)
    scores[name] = await evaluatePairs(pairs, (texts) => embedder.embed(texts));
  await embedder.close();
  return {model: embedder.model, scores};
}

/** The floor: how many of the two texts' distinct words they share (Jaccard). */
export function scoreOverlap(sets: RatedSets): Scores {
  const scores: Record<string, number> = {};
  for (const [name, pairs] of sets) {
    const overlaps = pairs.map(({texts}) =>
      toOverlap(new Set(toWords(texts[0])), new Set(toWords(texts[1])))
    );
    scores[name] = correlateRanks(
      overlaps,
      pairs.map(({score}) => score)
    );
  }
  return {model: "token overlap", scores};
}

function toOverlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}
