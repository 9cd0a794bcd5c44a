import type {EdgeKind} from "../../model/edge.ts";
import {toEdgeKind} from "../../model/edge.ts";
import type {EntryType} from "../../model/entry-type.ts";
import {findFamily, resolveType} from "../../model/type-family.ts";
import type {PackNotes} from "./pack-notes.ts";
import {isTexts} from "./pack-notes.ts";

const KEYS = [
  "name",
  "label",
  "inverse",
  "symmetric",
  "fromTypes",
  "toTypes",
  "cardinality",
  "schema",
  "acyclic",
  "grid",
  "capacityField"
];
const CARDINALITIES = ["many-to-many", "many-to-one", "one-to-many", "one-to-one"];

/** The edge kind of one file, checked by itself; `stem` is the file's name. */
export function toKind(text: string, stem: string, notes: PackNotes): EdgeKind | undefined {
  const given = notes.readObject(text);
  if (!given) return undefined;
  notes.refuseOthers(given, KEYS);
  if (given.name !== stem) {
    notes.add("name", `not the name of the file: ${String(given.name)} (the file is ${stem}.json)`);
    return undefined;
  }
  for (const end of ["fromTypes", "toTypes"])
    if (given[end] !== undefined && !isTexts(given[end])) {
      notes.add(end, `not a list of types: ["item"]`);
      return undefined;
    }
  const {cardinality} = given;
  if (cardinality !== undefined && !CARDINALITIES.some((one) => one === cardinality))
    notes.add("cardinality", `not known (there are: ${CARDINALITIES.join(", ")})`);
  return toEdgeKind({...given, name: stem});
}

/** What a kind says about types: those at its ends, and the fields that its grid and its capacity stand in. */
export function checkEnds(
  {fromTypes, toTypes, schema, grid, capacityField}: EdgeKind,
  types: ReadonlyMap<string, EntryType>,
  notes: PackNotes
): void {
  for (const [where, names] of Object.entries({fromTypes, toTypes}))
    for (const name of names) if (!types.has(name)) notes.add(where, `type not found: ${name}`);
  if (grid && !Object.hasOwn(schema?.properties ?? {}, grid.positionField))
    notes.add("grid/positionField", `field not found in the kind's schema: ${grid.positionField}`);
  const second = new Set(
    toTypes
      .flatMap((name) => (types.has(name) ? findFamily(name, types) : []))
      .flatMap((name) => Object.keys(resolveType(types.get(name)!, types).schema.properties))
  );
  const named = {
    "grid/rowsField": grid?.rowsField,
    "grid/columnsField": grid?.columnsField,
    capacityField
  };
  for (const [where, field] of Object.entries(named))
    if (field !== undefined && !second.has(field))
      notes.add(where, `field not found in ${toTypes.join(", ")}: ${field}`);
}
