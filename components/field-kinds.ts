import type {FieldSchema} from "../src/index.ts";

/** The kinds of field that people choose from, in the words of the page. */
export const FIELD_KINDS = {
  text: {label: "Text", schema: {type: "string"}},
  long: {label: "Long text", schema: {type: "string", format: "multiline"}},
  number: {label: "Number", schema: {type: "number"}},
  integer: {label: "Whole number", schema: {type: "integer"}},
  boolean: {label: "Yes or no", schema: {type: "boolean"}},
  date: {label: "Day", schema: {type: "string", format: "date"}},
  moment: {label: "Day and time", schema: {type: "string", format: "date-time"}},
  choice: {label: "One of a list", schema: {enum: []}},
  list: {label: "List of texts", schema: {type: "array", items: {type: "string"}}},
  email: {label: "E-mail address", schema: {type: "string", format: "email"}},
  url: {label: "Web address", schema: {type: "string", format: "uri"}},
  other: {label: "Anything", schema: {}}
} as const satisfies Record<string, {readonly label: string; readonly schema: FieldSchema}>;

export type FieldKind = keyof typeof FIELD_KINDS;

const FORMAT_KINDS: Readonly<Record<string, FieldKind>> = {
  date: "date",
  "date-time": "moment",
  email: "email",
  uri: "url",
  url: "url",
  multiline: "long"
};

/** The kind of a field; "other" where none of them says it all. */
export function toFieldKind({enum: choices, type, format, items}: FieldSchema): FieldKind {
  if (choices) return "choice";
  if (type === "string") return FORMAT_KINDS[format ?? ""] ?? "text";
  if (type === "array") return items?.type === "string" ? "list" : "other";
  return type === "number" || type === "integer" || type === "boolean" ? type : "other";
}

/**
 * The schema with another kind. What is no matter of the kind (name, hint, limits) stays, what the former kind said
 * goes; a schema that is of this kind already is left as it is.
 */
export function withFieldKind(schema: FieldSchema, kind: FieldKind): FieldSchema {
  if (toFieldKind(schema) === kind) return schema;
  const {title, description} = schema;
  return {
    ...(title !== undefined && {title}),
    ...(description !== undefined && {description}),
    ...FIELD_KINDS[kind].schema
  };
}
