import type {Fields} from "./entry.ts";

/** A kind of edge: what it means in each direction, and what it may join. */
export interface EdgeKind {
  /** A lower-case identifier, such as `stored_in`. */
  readonly name: string;
  /** Read from the first end to the second: "stored in". */
  readonly label: string;
  /** Read from the second end to the first: "holds". The same as `label` where the kind is symmetric. */
  readonly inverse: string;
  readonly symmetric: boolean;
  /** The entry types that may stand at each end; none named: any. */
  readonly fromTypes: readonly string[];
  readonly toTypes: readonly string[];
}

/** A typed, directed edge between two entries. */
export interface Edge {
  /** A UUID of version 7. */
  readonly id: string;
  readonly kind: string;
  /** Entry ids. */
  readonly from: string;
  readonly to: string;
  readonly fields: Fields;
  readonly created: number;
  readonly updated: number;
  readonly revision: number;
}

/** An edge kind with its defaults filled in: a kind without an inverse of its own reads "label of" from the other end. */
export function toEdgeKind({
  name,
  label = name.replaceAll("_", " "),
  symmetric = false,
  inverse = symmetric ? label : `${label} (of)`,
  fromTypes = [],
  toTypes = []
}: Partial<EdgeKind> & Pick<EdgeKind, "name">): EdgeKind {
  return {name, label, inverse, symmetric, fromTypes, toTypes};
}
