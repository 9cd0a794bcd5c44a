import type {Step, StepKind} from "../model/recipe.ts";
import type {Field, Readers} from "./field-reader.ts";
import {
  mapOf,
  oneOf,
  optional,
  readFlag,
  readName,
  readNames,
  readObject,
  readSomeNames,
  readText,
  refuse
} from "./field-reader.ts";
import {toTypeName} from "./sql-types.ts";

type StepOf<K extends StepKind> = Extract<Step, {kind: K}>;

const READERS: {
  readonly [K in StepKind]: Readers<Omit<StepOf<K>, "kind" | "off" | "note">>;
} = {
  rename: {columns: mapOf("an object of new names by old ones", readName)},
  select: {columns: readSomeNames},
  drop: {columns: readNames},
  retype: {
    column: readName,
    type: readType,
    format: optional(readName),
    decimal: optional(oneOf(".", ",")),
    thousands: optional(readText)
  },
  split: {
    column: readName,
    by: readSomeText,
    isRegex: optional(readFlag),
    into: readSomeNames,
    keep: optional(readFlag)
  },
  merge: {
    columns: readSomeNames,
    into: readName,
    separator: readText,
    keep: optional(readFlag)
  },
  trim: {columns: readNames, collapse: optional(readFlag)},
  replace: {column: readName, find: readSomeText, with: readText, isRegex: optional(readFlag)},
  fill: {columns: readNames, with: readFilling},
  map: {
    column: readName,
    values: mapOf("an object of values", (field) => (field.value === null ? null : readText(field)))
  },
  cluster: {
    column: readName,
    method: oneOf("fingerprint", "ngram", "phonetic", "nearest"),
    values: mapOf("an object of values", readText)
  },
  pivot: {
    names: readName,
    values: readName,
    aggregate: oneOf("first", "sum", "count", "min", "max", "avg"),
    columns: readSomeNames
  },
  unpivot: {columns: readSomeNames, name: readName, value: readName},
  derive: {column: readName, expression: readText},
  filter: {expression: readText},
  distinct: {columns: readNames, keep: oneOf("first", "last")}
};

const readKind = oneOf(...(Object.keys(READERS) as StepKind[]));

/** Reads a step; throws `InputError` that names the field that is wrong. */
export function readStep(field: Field): Step {
  const {path, value} = field;
  if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(field, "a step");
  const kind = readKind({path: `${path}.kind`, value: (value as {kind?: unknown}).kind});
  // which readers go with which kind is told by their table, where the compiler cannot follow
  return readObject<Step>(field, {
    kind: () => kind,
    off: optional(readFlag),
    note: optional(readText),
    ...READERS[kind]
  } as unknown as Readers<Step>);
}

/** A type that SQL can take as it is. */
export function readType(field: Field): string {
  const type = typeof field.value === "string" ? toTypeName(field.value) : null;
  return type ?? refuse(field, "a type such as BIGINT, DOUBLE, DATE, TIMESTAMP or VARCHAR");
}

function readSomeText(field: Field): string {
  return field.value === "" ? refuse(field, "a text that is not empty") : readText(field);
}

function readFilling(field: Field): "previous" | {readonly value: string} {
  if (field.value === "previous") return "previous";
  if (typeof field.value !== "object") refuse(field, '"previous" or {"value": a text}');
  return readObject<{readonly value: string}>(field, {value: readText});
}
