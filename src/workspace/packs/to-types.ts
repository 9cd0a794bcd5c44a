import type {EntryType} from "../../model/entry-type.ts";
import {toEntryType} from "../../model/entry-type.ts";
import {resolveType} from "../../model/type-family.ts";
import type {PackNotes} from "./pack-notes.ts";
import {isObject, join} from "./pack-notes.ts";

const KEYS = [
  "name",
  "label",
  "plural",
  "help",
  "schema",
  "titleField",
  "titleTemplate",
  "keyField",
  "extends",
  "abstract",
  "unique"
];
const FIELD_TYPES = ["string", "number", "integer", "boolean", "array", "object"];
/** Kinds of field that hold no value of their own. */
const VALUELESS = ["reference", "computed"];

/** The type of one file, checked by itself; `stem` is the file's name. */
export function toType(text: string, stem: string, notes: PackNotes): EntryType | undefined {
  const given = notes.readObject(text);
  if (!given) return undefined;
  notes.refuseOthers(given, KEYS);
  if (given.name !== stem) {
    notes.add("name", `not the name of the file: ${String(given.name)} (the file is ${stem}.json)`);
    return undefined;
  }
  if (!isObject(given.schema) || !isObject(given.schema.properties)) {
    notes.add("schema", `not a schema: {"type": "object", "properties": {…}}`);
    return undefined;
  }
  const fields = Object.entries(given.schema.properties);
  for (const [field, schema] of fields) checkField(schema, ["schema", "properties", field], notes);
  if (given.keyField === undefined || typeof given.titleField === "string") {
    const spec = {...given, name: stem} as Partial<EntryType> & {name: string};
    return notes.try("", () => toEntryType(spec));
  }
  notes.add("titleField", "missing: the field whose value is the title");
  return undefined;
}

/** What a type says about other types and about its fields together with theirs. */
export function checkFamily(
  type: EntryType,
  types: ReadonlyMap<string, EntryType>,
  notes: PackNotes
): void {
  const resolved = notes.try("extends", () => resolveType(type, types));
  if (!resolved) return;
  const {schema, titleField, titleTemplate, unique = []} = resolved;
  const mustBeThere = (where: string, field: string): void => {
    if (!Object.hasOwn(schema.properties, field))
      notes.add(
        where,
        `field not found: ${field} (there are: ${Object.keys(schema.properties).join(", ")})`
      );
  };
  if (titleTemplate === undefined) mustBeThere("titleField", titleField);
  for (const [, field] of (titleTemplate ?? "").matchAll(/\{([^{}]+)\}/g))
    mustBeThere("titleTemplate", field!);
  for (const field of schema.required ?? []) mustBeThere("schema/required", field);
  for (const field of unique.flat()) mustBeThere("unique", field);
}

function checkField(schema: unknown, path: readonly string[], notes: PackNotes): void {
  const where = join(...path);
  if (!isObject(schema)) {
    notes.add(where, `not a field: {"type": "string"}`);
    return;
  }
  const hints = schema["x-lakebook"];
  const isValueless = isObject(hints) && VALUELESS.includes(String(hints.kind));
  if (!isValueless && !FIELD_TYPES.includes(String(schema.type)))
    notes.add(
      join(where, "type"),
      `type not known: ${String(schema.type)} (there are: ${FIELD_TYPES.join(", ")})`
    );
  if (schema.items !== undefined) checkField(schema.items, [...path, "items"], notes);
  if (!isObject(schema.properties)) return;
  for (const [name, field] of Object.entries(schema.properties))
    checkField(field, [...path, "properties", name], notes);
}
