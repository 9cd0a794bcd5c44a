import type {FieldHints, FieldSchema} from "../src/index.ts";
import {findFormatKind} from "./format-kinds.ts";

/** The kinds of field that people choose from, in the words of the page. */
export const FIELD_KINDS = {
  text: {label: "Text", schema: {type: "string"}},
  long: {label: "Long text", schema: {type: "string", format: "multiline"}},
  number: {label: "Number", schema: {type: "number"}},
  integer: {label: "Whole number", schema: {type: "integer"}},
  money: {label: "Money", schema: {type: "number", "x-lakebook": {kind: "money"}}},
  boolean: {label: "Yes or no", schema: {type: "boolean"}},
  date: {label: "Day", schema: {type: "string", format: "date"}},
  clock: {label: "Time of day", schema: {type: "string", "x-lakebook": {kind: "clock"}}},
  moment: {label: "Day and time", schema: {type: "string", format: "date-time"}},
  span: {
    label: "Span of time",
    schema: {type: "string", format: "duration", "x-lakebook": {kind: "span"}}
  },
  choice: {label: "One of a list", schema: {enum: []}},
  choices: {
    label: "Several of a list",
    schema: {type: "array", items: {enum: []}, uniqueItems: true}
  },
  email: {label: "E-mail address", schema: {type: "string", format: "email"}},
  url: {label: "Web address", schema: {type: "string", format: "uri"}},
  place: {
    label: "Place on the map",
    schema: {
      type: "object",
      properties: {
        latitude: {type: "number", minimum: -90, maximum: 90},
        longitude: {type: "number", minimum: -180, maximum: 180},
        label: {type: "string"}
      },
      required: ["latitude", "longitude"],
      "x-lakebook": {kind: "place"}
    }
  },
  colour: {
    label: "Colour",
    schema: {type: "string", pattern: "^#[0-9a-fA-F]{6}$", "x-lakebook": {kind: "colour"}}
  },
  file: {label: "File", schema: {type: "object", "x-lakebook": {kind: "file"}}},
  image: {label: "Image", schema: {type: "object", "x-lakebook": {kind: "image"}}},
  reference: {label: "Other entries", schema: {"x-lakebook": {kind: "reference"}}},
  list: {label: "List", schema: {type: "array", items: {type: "string"}}},
  group: {label: "Group of fields", schema: {type: "object", properties: {}}},
  computed: {label: "Computed by SQL", schema: {"x-lakebook": {kind: "computed", sql: ""}}},
  other: {label: "Anything", schema: {}}
} as const satisfies Record<string, {readonly label: string; readonly schema: FieldSchema}>;

export type FieldKind = keyof typeof FIELD_KINDS;

/** What a list may be a list of; several of a list of choices is a kind of its own. */
export const ITEM_KINDS = (Object.keys(FIELD_KINDS) as FieldKind[]).filter(
  (kind) => !["list", "choice", "choices", "reference", "computed"].includes(kind)
);

/** Hints that are no matter of the kind. */
const LASTING_HINTS = ["group", "width", "when", "unique", "placeholder"] as const;

/** The kind of a field; "other" where none of them says it all. */
export function toFieldKind(schema: FieldSchema): FieldKind {
  const {enum: choices, type, format, items} = schema;
  const hinted = schema["x-lakebook"]?.kind;
  if (hinted !== undefined && Object.hasOwn(FIELD_KINDS, hinted)) return hinted;
  if (choices) return "choice";
  if (type === "string") return findFormatKind(format) ?? "text";
  if (type === "array") return items?.enum ? "choices" : "list";
  if (type === "object") return schema.properties ? "group" : "other";
  return type === "number" || type === "integer" || type === "boolean" ? type : "other";
}

/**
 * The schema with another kind. What is no matter of the kind (name, help, group, width, condition) stays, what the
 * former kind said goes; a schema that is of this kind already is left as it is.
 */
export function withFieldKind(schema: FieldSchema, kind: FieldKind): FieldSchema {
  if (toFieldKind(schema) === kind) return schema;
  const {title, description, "x-lakebook": former = {}} = schema;
  const kept = Object.fromEntries(
    LASTING_HINTS.filter((name) => former[name] !== undefined).map((name) => [name, former[name]])
  ) as FieldHints;
  const next: FieldSchema = FIELD_KINDS[kind].schema;
  return withHints(
    {
      ...(title !== undefined && {title}),
      ...(description !== undefined && {description}),
      ...next
    },
    kept
  );
}

/** The schema with these hints changed; a hint that is undefined or "" goes, and with the last one the keyword. */
export function withHints(
  schema: FieldSchema,
  change: {readonly [K in keyof FieldHints]?: FieldHints[K] | undefined}
): FieldSchema {
  return withKeywords(schema, {
    "x-lakebook": withKeywords(schema["x-lakebook"] ?? {}, change)
  });
}

/** The object with these members changed; what is undefined, "" or an object without members goes. */
export function withKeywords<T extends object>(
  object: T,
  change: {readonly [K in keyof T]?: T[K] | undefined}
): T {
  const next = Object.entries({...object, ...change}).filter(
    ([name, value]) => !(name in change) || !isNothing(value)
  );
  return Object.fromEntries(next) as T;
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === "" ||
    (typeof value === "object" && value !== null && Object.keys(value).length === 0)
  );
}
