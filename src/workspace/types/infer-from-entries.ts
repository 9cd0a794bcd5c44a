import type {EntryType} from "../../model/entry-type.ts";
import type {FieldSchema, ObjectSchema} from "../../model/schema.ts";
import type {Store} from "../../store/store.ts";
import {FieldValues, inferValues, loosen, tighten} from "./field-values.ts";
import {findFieldProblems} from "./misfits.ts";
import type {ScanOptions} from "./scan-family.ts";
import {readTypes, scanFamily, toFamilySchemas} from "./scan-family.ts";

/** Where entries and their type have drifted apart, and what would bring them together again. */
export interface Drift {
  /**
   * - `extra`: entries have a field that the type has not; `schema` is one that they fit
   * - `unfit`: values do not fit; `schema` is the field's own, loosened until they do
   * - `stricter`: all values fit a stricter `schema`
   * - `missing`: entries lack the field, which is required
   * - `always`: all entries have the field, which is not required
   * - `unused`: no entry has the field
   */
  readonly kind: "extra" | "unfit" | "stricter" | "missing" | "always" | "unused";
  readonly field: string;
  /** Entries that it is about. */
  readonly count: number;
  readonly schema?: FieldSchema;
}

export interface DriftReport {
  /** Entries of the type and of those that extend it. */
  readonly entries: number;
  readonly drifts: readonly Drift[];
}

/** Compares a type with its entries. Nothing is changed. */
export async function findDrift(
  store: Store,
  type: EntryType,
  options: ScanOptions = {}
): Promise<DriftReport> {
  const schemas = toFamilySchemas(type.name, await readTypes(store, type));
  const found = new Map<string, FieldValues>();
  let entries = 0;
  for await (const {type: name, fields} of scanFamily(store, new Set(schemas.keys()), options)) {
    ++entries;
    const schema = schemas.get(name)!;
    const problems = findFieldProblems(schema, fields);
    for (const [field, value] of Object.entries(fields)) {
      if (value === null || value === undefined) continue;
      const isOthers =
        Object.hasOwn(schema.properties, field) && !hasField(schemas.get(type.name)!, field);
      if (isOthers) continue; // a field that a type further down has added
      const values = found.get(field) ?? new FieldValues();
      found.set(field, values);
      values.add(value, problems.has(field));
    }
  }
  return {
    entries,
    drifts: entries === 0 ? [] : toDrifts(schemas.get(type.name)!, type, found, entries)
  };
}

function toDrifts(
  whole: ObjectSchema,
  {schema: own}: EntryType,
  found: ReadonlyMap<string, FieldValues>,
  entries: number
): Drift[] {
  const extra = [...found]
    .filter(([field]) => !hasField(whole, field))
    .map(([field, {count, values}]): Drift => {
      return {kind: "extra", field, count, schema: inferValues(values)};
    });
  const drifts = Object.entries(own.properties).flatMap(([field, schema]) =>
    toFieldDrifts(field, schema, {
      values: found.get(field) ?? new FieldValues(),
      isRequired: own.required?.includes(field) ?? false,
      entries
    })
  );
  return [...extra, ...drifts];
}

function toFieldDrifts(
  field: string,
  schema: FieldSchema,
  {values, isRequired, entries}: {values: FieldValues; isRequired: boolean; entries: number}
): Drift[] {
  const {kind, when} = schema["x-lakebook"] ?? {};
  if (kind === "reference" || kind === "computed") return []; // they have no values of their own
  const {count, misfits} = values;
  if (count === 0) return [{kind: "unused", field, count: entries}];
  const drifts: Drift[] = [];
  const stricter = misfits === 0 ? tighten(schema, values.values) : undefined;
  if (misfits > 0)
    drifts.push({kind: "unfit", field, count: misfits, schema: loosen(schema, values.values)});
  if (stricter) drifts.push({kind: "stricter", field, count, schema: stricter});
  // a condition says when a field is wanted: that some lack it means nothing
  if (isRequired && count < entries && !when)
    drifts.push({kind: "missing", field, count: entries - count});
  if (!isRequired && count === entries && !when) drifts.push({kind: "always", field, count});
  return drifts;
}

function hasField({properties}: ObjectSchema, field: string): boolean {
  return Object.hasOwn(properties, field);
}
