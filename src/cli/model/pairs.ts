import type {Random} from "../../lib/random.ts";
import type {EncodedSource} from "./encode.ts";

/** Two texts, as token ids, that mean much the same or belong together. */
export interface Pair {
  readonly left: ArrayLike<number>;
  readonly right: ArrayLike<number>;
}

/** Where a pair may be found. */
export interface Place {
  readonly source: EncodedSource;
  readonly document: number;
}

/** A way to find pairs in text that nobody labelled. */
export interface Task {
  readonly name: string;
  /** How often a batch is of this task, relative to the others. */
  readonly weight: number;
  /** Null where the place that was drawn has no pair. */
  draw(random: Random): Pair | null;
  /** A pair of this document, for tasks whose batches may be of documents alike. */
  drawAt?(place: Place, random: Random): Pair | null;
}
