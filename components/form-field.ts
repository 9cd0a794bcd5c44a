import type {FieldHints, FieldSchema, Fields, ObjectSchema} from "../src/index.ts";
import {toLabel} from "../src/index.ts";
import type {ControlKind} from "./control-kind.ts";
import {toControlKind} from "./control-kind.ts";

/** A field as forms show it. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
  readonly control: ControlKind;
  readonly schema: FieldSchema;
  readonly hints: FieldHints;
  /** The fields of a group, or of each row of a table, in order. */
  readonly fields: readonly FormField[];
  /** What each item of a list is; undefined where the field is none, or one control holds all of it. */
  readonly item: FormField | undefined;
}

/** The fields of a schema, in its order. */
export function toFormFields({properties = {}, required = []}: FieldSchema): FormField[] {
  return Object.entries(properties).map(([name, schema]) =>
    toFormField(name, schema, required.includes(name))
  );
}

export function toFormField(name: string, schema: FieldSchema, required = false): FormField {
  const control = toControlKind(name, schema);
  const items = schema.items ?? {};
  return {
    name,
    label: schema.title ?? toLabel(name),
    hint: schema.description ?? "",
    required,
    control,
    schema,
    hints: schema["x-lakebook"] ?? {},
    fields:
      control === "group" ? toFormFields(schema) : control === "table" ? toFormFields(items) : [],
    item: control === "rows" || control === "table" ? toFormField(name, items) : undefined
  };
}

/** The field with a button that reads its text from a bar or QR code. */
export function toScannable(field: FormField): FormField {
  return {...field, hints: {...field.hints, scan: true}};
}

/** Fields that entries have and their type does not: what an older type or an import left. They are shown, so that nothing is lost. */
export function toOtherFields(fields: Fields, {properties}: ObjectSchema): FormField[] {
  return Object.entries(fields)
    .filter(([name, value]) => !Object.hasOwn(properties, name) && value !== undefined)
    .map(([name, value]) => toFormField(name, toSchemaOf(value)));
}

/** What a new thing starts with; a day may start as `today`, a date with its time as `now`. */
export function toDefaults(
  {properties = {}}: FieldSchema,
  at = new Date()
): Record<string, unknown> {
  const defaults: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(properties)) {
    if (schema.default !== undefined) defaults[name] = toDefault(schema, at);
    else if (schema.properties) {
      const inner = toDefaults(schema, at);
      if (Object.keys(inner).length > 0) defaults[name] = inner;
    }
  }
  return defaults;
}

function toDefault({default: value, format}: FieldSchema, at: Date): unknown {
  if (format === "date-time" && value === "now") return at.toISOString();
  if (format !== "date" || value !== "today") return value;
  const pad = (part: number): string => String(part).padStart(2, "0");
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
}

/** The schema that a value fits. */
function toSchemaOf(value: unknown): FieldSchema {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return {type: typeof value as "string" | "number" | "boolean"};
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return {type: "array", items: {type: "string"}};
  return {};
}
