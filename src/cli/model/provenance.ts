import {basename} from "node:path";
import {fingerprint} from "../../lake/fingerprint.ts";
import {toSourceName} from "./corpus.ts";
import {OWN_TEXTS} from "./everyday.ts";
import {isLexicon} from "./lexicon.ts";
import type {Task} from "./pairs.ts";
import {weighSource} from "./source-weights.ts";
import type {TrainingSpec} from "./train.ts";

/** What decides a model's numbers, besides the code; written beside them. */
export interface Provenance {
  readonly spec: TrainingSpec;
  /** Threads of the matrix products: another number rounds otherwise. */
  readonly threads: number;
  /** How often batches are of each kind of pair, relative to the others. */
  readonly tasks: Readonly<Record<string, number>>;
  /** Files that were learned from; `weight` is how much of running text is seen, relative to its size. */
  readonly texts: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly weight?: number;
  }[];
}

/** Reads all of the texts once, for their fingerprints. */
export async function describeTraining(
  paths: readonly string[],
  {spec, threads, tasks}: {spec: TrainingSpec; threads: number; tasks: readonly Task[]}
): Promise<Provenance> {
  const texts = [...paths, ...OWN_TEXTS].map(async (path) => ({
    file: basename(path),
    sha256: await fingerprint(path),
    ...(paths.includes(path) &&
      !isLexicon(path) && {weight: weighSource({name: toSourceName(path)})})
  }));
  return {
    spec,
    threads,
    tasks: Object.fromEntries(tasks.map(({name, weight}) => [name, weight])),
    texts: await Promise.all(texts)
  };
}
