import type {FieldSchema, Fields, ObjectSchema} from "../src/index.ts";
import {toLabel} from "../src/index.ts";

/** What a field is edited with. `moment` is a date with its time; `json` is for what no other control can hold. */
export type ControlKind =
  | "text"
  | "long"
  | "email"
  | "url"
  | "number"
  | "integer"
  | "boolean"
  | "date"
  | "moment"
  | "choice"
  | "list"
  | "group"
  | "json";

/** A field as forms show it. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
  readonly control: ControlKind;
  readonly schema: FieldSchema;
  /** The fields of a group, in order. */
  readonly fields: readonly FormField[];
}

/** Names of text fields that people write more than a line into. */
const LONG_NAME =
  /(^|_)(notes?|descriptions?|text|body|comments?|remarks?|summary|abstract|details)$/i;

/** The fields of a schema, in its order. */
export function toFormFields({properties = {}, required = []}: FieldSchema): FormField[] {
  return Object.entries(properties).map(([name, schema]) =>
    toFormField(name, schema, required.includes(name))
  );
}

export function toFormField(name: string, schema: FieldSchema, required = false): FormField {
  const control = toControl(name, schema);
  return {
    name,
    label: schema.title ?? toLabel(name),
    hint: schema.description ?? "",
    required,
    control,
    schema,
    fields: control === "group" ? toFormFields(schema) : []
  };
}

/** Fields that entries have and their type does not: what an older type or an import left. They are shown, so that nothing is lost. */
export function toOtherFields(fields: Fields, {properties}: ObjectSchema): FormField[] {
  return Object.entries(fields)
    .filter(([name, value]) => !Object.hasOwn(properties, name) && value !== undefined)
    .map(([name, value]) => toFormField(name, toSchemaOf(value)));
}

/** What a new thing starts with. */
export function toDefaults({properties = {}}: FieldSchema): Record<string, unknown> {
  const defaults: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(properties)) {
    if (schema.default !== undefined) defaults[name] = schema.default;
    else if (schema.properties) {
      const inner = toDefaults(schema);
      if (Object.keys(inner).length > 0) defaults[name] = inner;
    }
  }
  return defaults;
}

function toControl(name: string, schema: FieldSchema): ControlKind {
  if (schema.enum) return "choice";
  switch (toType(schema)) {
    case "number":
    case "integer":
    case "boolean":
      return toType(schema) as ControlKind;
    case "array":
      return toType(schema.items ?? {}) === "string" ? "list" : "json";
    case "object":
      return schema.properties ? "group" : "json";
    case "string":
      return toTextControl(name, schema);
    case undefined:
      return "json";
  }
}

function toTextControl(name: string, {format, maxLength}: FieldSchema): ControlKind {
  if (format === "date" || format === "email") return format;
  if (format === "date-time") return "moment";
  if (format === "multiline") return "long";
  if (format === "uri" || format === "url") return "url";
  return maxLength === undefined && LONG_NAME.test(name) ? "long" : "text";
}

/** The type; of several (`["string", "null"]`, which other tools write) the first that is not null. */
function toType({type}: FieldSchema): FieldSchema["type"] {
  const types: readonly string[] = Array.isArray(type) ? (type as string[]) : type ? [type] : [];
  return types.find((one) => one !== "null") as FieldSchema["type"];
}

/** The schema that a value fits. */
function toSchemaOf(value: unknown): FieldSchema {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return {type: typeof value as "string" | "number" | "boolean"};
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return {type: "array", items: {type: "string"}};
  return {};
}
