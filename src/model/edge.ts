import type {Fields, RowSource} from "./entry.ts";
import type {PackMarks} from "./pack-mark.ts";
import type {ObjectSchema} from "./schema.ts";

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
  /** How many there may be: `many-to-one` lets the first end have one edge of the kind, `one-to-many` the second. */
  readonly cardinality?: Cardinality;
  /** The fields that edges of the kind have of their own: a date, an amount, a role. */
  readonly schema?: ObjectSchema;
  /** True where following the edges never leads back: a place is not inside of itself. */
  readonly acyclic?: boolean;
  /** The second end as a grid with room for one thing in each position. */
  readonly grid?: EdgeGrid;
  /** The field of the second end that says how many edges of the kind it has room for. */
  readonly capacityField?: string;
  /** The packs that brought it. */
  readonly packs?: PackMarks;
}

export type Cardinality = "many-to-many" | "many-to-one" | "one-to-many" | "one-to-one";

/** Positions such as `B7`: rows by letter from A, columns by number from 1. Two edges to one end never share one. */
export interface EdgeGrid {
  /** The edge's own field that holds the position. */
  readonly positionField: string;
  /** The fields of the second end that hold how many rows and columns it has. */
  readonly rowsField: string;
  readonly columnsField: string;
}

/** A typed, directed edge. */
export interface Edge {
  /** A UUID of version 7. */
  readonly id: string;
  readonly kind: string;
  /** An entry's id, or the address of something else (see `End`). */
  readonly from: string;
  readonly to: string;
  readonly fields: Fields;
  /** The row that says so; absent where a person does. */
  readonly source?: RowSource | null;
  /** From 0 to 1, where a machine says so. */
  readonly confidence?: number | null;
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
  toTypes = [],
  ...rest
}: Partial<EdgeKind> & Pick<EdgeKind, "name">): EdgeKind {
  return {name, label, inverse, symmetric, fromTypes, toTypes, ...rest};
}
