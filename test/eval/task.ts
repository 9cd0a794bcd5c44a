import type {Embedder} from "../../src/embed/embedder.ts";

/** What a task is given: a model, opened once for all, and a folder of collections (see `../shared/data/INDEX.md`). */
export interface EvalContext {
  readonly embedder: Embedder;
  readonly data: string;
}

/** One figure of quality. */
export interface EvalFigure {
  readonly collection: string;
  /** The field's name for it: "Spearman", "nDCG@10", "NMI", "F1". */
  readonly measure: string;
  readonly value: number;
  /** What it is of: pairs, queries, texts. */
  readonly count: number;
}

/** A kind of quality that can be told in figures. A collection that is not in the folder is left out. */
export interface EvalTask {
  readonly name: string;
  run(context: EvalContext): AsyncIterable<EvalFigure>;
}
