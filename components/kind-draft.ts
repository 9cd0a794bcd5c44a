import type {Cardinality, EdgeGrid, EdgeKind, ObjectSchema} from "../src/index.ts";
import {InputError, toEdgeKind, toIdentifier, toUnique} from "../src/index.ts";
import type {FieldDraft} from "./field-draft.ts";
import {toFieldDrafts, toProperties} from "./field-draft.ts";
import {withKeywords} from "./field-kinds.ts";

/** A kind of edge as somebody sets it up. */
export interface EdgeKindDraft {
  /** The kind that is changed; undefined for a new one. */
  readonly former: EdgeKind | undefined;
  readonly label: string;
  readonly inverse: string;
  readonly symmetric: boolean;
  readonly fromTypes: readonly string[];
  readonly toTypes: readonly string[];
  readonly cardinality: Cardinality;
  /** The fields that each edge has of its own. */
  readonly fields: readonly FieldDraft[];
  readonly acyclic: boolean;
  /** With "" as the position's field, one is made. */
  readonly grid: EdgeGrid | undefined;
  /** "" for room without an end. */
  readonly capacityField: string;
}

export const NO_GRID: EdgeGrid = {positionField: "", rowsField: "", columnsField: ""};

export const NEW_KIND: EdgeKindDraft = {
  former: undefined,
  label: "",
  inverse: "",
  symmetric: false,
  fromTypes: [],
  toTypes: [],
  cardinality: "many-to-many",
  fields: [],
  acyclic: false,
  grid: undefined,
  capacityField: ""
};

const POSITION = "position";

export function toKindDraft(former: EdgeKind): EdgeKindDraft {
  const {label, inverse, symmetric, fromTypes, toTypes, schema, grid} = former;
  return {
    former,
    label,
    inverse,
    symmetric,
    fromTypes,
    toTypes,
    cardinality: former.cardinality ?? "many-to-many",
    fields: schema ? toFieldDrafts(schema) : [],
    acyclic: former.acyclic ?? false,
    grid,
    capacityField: former.capacityField ?? ""
  };
}

/** The kind of a draft; `taken` are the names of the others. Throws `InputError` where something is missing. */
export function fromKindDraft(draft: EdgeKindDraft, taken: ReadonlySet<string>): EdgeKind {
  const {former, symmetric, cardinality, acyclic, capacityField} = draft;
  const label = draft.label.trim();
  if (label === "") throw new InputError("name is missing: say how it reads, such as “stored in”");
  if (draft.grid && (draft.grid.rowsField === "" || draft.grid.columnsField === ""))
    throw new InputError(
      "size of the grid is missing: say which fields hold the number of rows and of columns"
    );
  const grid = draft.grid && {...draft.grid, positionField: draft.grid.positionField || POSITION};
  const schema = toSchema(draft, grid);
  const inverse = symmetric ? label : draft.inverse.trim();
  return toEdgeKind({
    name: former?.name ?? toUnique(toIdentifier(label, "kind"), (name) => taken.has(name)),
    label,
    ...(inverse !== "" && {inverse}),
    symmetric,
    fromTypes: draft.fromTypes,
    toTypes: draft.toTypes,
    ...(cardinality !== "many-to-many" && {cardinality}),
    ...(schema && {schema}),
    ...(acyclic && {acyclic}),
    ...(grid && {grid}),
    ...(capacityField !== "" && {capacityField}),
    ...(former?.packs && {packs: former.packs})
  });
}

/** The schema of an edge's own fields, the position among them where there is a grid; undefined without any. */
function toSchema(
  {former, fields}: EdgeKindDraft,
  grid: EdgeGrid | undefined
): ObjectSchema | undefined {
  const given: ObjectSchema = former?.schema ?? {type: "object", properties: {}};
  const {properties: named = {}, required = []} = toProperties(fields, given);
  const isMissing = grid && !Object.hasOwn(named, grid.positionField);
  const properties = isMissing
    ? {[grid.positionField]: {type: "string" as const}, ...named}
    : named;
  if (Object.keys(properties).length === 0) return undefined;
  return withKeywords<ObjectSchema>({...given, properties}, {required});
}
