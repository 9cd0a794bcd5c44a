import type {TextCollection} from "../../model/text-collection.ts";

/** The texts of a collection as points in the plane; the arrays are as long as each other. What is blank is not on it. */
export interface TextMap {
  readonly collection: TextCollection;
  readonly model: string;
  /** Of each point its row among all texts of the collection (`TextSet`). */
  readonly rows: Int32Array;
  readonly ends: readonly string[];
  readonly texts: readonly string[];
  /** Milliseconds since 1970; NaN where a row does not say, null where no column does. */
  readonly times: Float64Array | null;
  /** Two numbers a point, about between -1 and 1. */
  readonly places: Float32Array;
}
