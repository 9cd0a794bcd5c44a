import type {NeighbourGraph} from "../lib/vectors/neighbour-graph.ts";

export interface LayoutInput {
  /** Of the texts, k 15 or so; rows without neighbours are put at the rim. */
  readonly graph: NeighbourGraph;
  readonly seed: number;
  /** Places of a former layout, NaN of new rows: they stay about where they were. size × 2 numbers. */
  readonly start?: Float32Array;
}

/** Places in the plane, size × 2 numbers, between -1 and 1: what is near in meaning lies near. */
export type Layout = Float32Array;
