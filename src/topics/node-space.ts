import type {NeighbourGraph} from "../lib/vectors/neighbour-graph.ts";

/** Different texts as points: what groups are made of. */
export interface NodeSpace {
  readonly count: number;
  /** count × dimensions numbers, of length 1. */
  readonly vectors: Float32Array;
  readonly dimensions: number;
  readonly graph: NeighbourGraph;
}

/** Each node's group from 0 to `count` - 1; -1 of one that is in none. */
export interface Grouping {
  readonly groups: Int32Array;
  readonly count: number;
}
