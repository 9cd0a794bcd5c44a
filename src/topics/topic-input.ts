import type {NeighbourGraph} from "../lib/vectors/neighbour-graph.ts";
import type {Topic, TopicMember, TopicOptions, TopicRule} from "../model/topic.ts";

export interface TopicInput {
  /** The set's id, which each topic carries. */
  readonly set: string;
  /** What names each text from run to run: its end, or a line's id. */
  readonly keys: readonly string[];
  readonly texts: readonly string[];
  /** texts × dimensions numbers, of length 1; all zeros where a text has no vector. */
  readonly vectors: Float32Array;
  readonly dimensions: number;
  /** Computed if left out. */
  readonly graph?: NeighbourGraph;
  readonly options: TopicOptions;
  /** The last run, as it was given; absent of the first. */
  readonly previous?: PreviousTopics;
}

/** What a run needs to know of the last one. */
export interface PreviousTopics {
  readonly topics: readonly Topic[];
  readonly members: readonly TopicMember[];
  readonly rules: readonly TopicRule[];
  /** What it was told; a run that is told another detail starts anew, and only matches. The same if left out. */
  readonly options?: TopicOptions;
  /** topics × dimensions numbers: the mean of each topic's vectors, of length 1; null where they are of another model. */
  readonly centroids: Float32Array | null;
  /** The next number that an id gets. */
  readonly nextId: number;
}

export interface TopicResult {
  /** Broad ones before their parts, the largest first. */
  readonly topics: readonly Topic[];
  /** One a text, in order. */
  readonly members: readonly TopicMember[];
  readonly centroids: Float32Array;
  readonly nextId: number;
}

export interface TopicWork {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number, step?: string) => void;
}
