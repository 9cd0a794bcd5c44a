import type {FieldSchema, HintedKind} from "../src/index.ts";
import {findFormatKind} from "./format-kinds.ts";

/** What a field is edited with; `json` is for what no other control can hold. */
export type ControlKind =
  | "text"
  | "long"
  | "email"
  | "url"
  | "number"
  | "integer"
  | "money"
  | "boolean"
  | "date"
  /** A date with its time. */
  | "moment"
  /** A time of day. */
  | "clock"
  | "span"
  | "colour"
  | "place"
  | "choice"
  /** Several of the values that a field offers. */
  | "choices"
  /** Short texts. */
  | "list"
  /** Values of any one kind, a row each. */
  | "rows"
  /** Groups of the same fields, a row each. */
  | "table"
  | "group"
  /** One file, or several. */
  | "attachment"
  | "attachments"
  | "reference"
  | "computed"
  | "json";

const HINTED: Readonly<Record<HintedKind, ControlKind>> = {
  money: "money",
  span: "span",
  clock: "clock",
  colour: "colour",
  place: "place",
  file: "attachment",
  image: "attachment",
  reference: "reference",
  computed: "computed"
};

/** Names of text fields that people write more than a line into. */
const LONG_NAME =
  /(^|_)(notes?|descriptions?|text|body|comments?|remarks?|summary|abstract|details)$/i;

/** What a field is edited with, by its hints, type, format and name. */
export function toControlKind(name: string, schema: FieldSchema): ControlKind {
  const kind = schema["x-lakebook"]?.kind;
  if (kind) return HINTED[kind];
  if (schema.enum) return "choice";
  const type = toType(schema);
  switch (type) {
    case "number":
    case "integer":
    case "boolean":
      return type;
    case "array":
      return toListKind(schema.items ?? {});
    case "object":
      return schema.properties ? "group" : "json";
    case "string":
      return toTextKind(name, schema);
    case undefined:
      return "json";
  }
}

function toListKind(items: FieldSchema): ControlKind {
  const item = toControlKind("", items);
  switch (item) {
    case "text":
      return "list";
    case "choice":
      return "choices";
    case "attachment":
      return "attachments";
    case "group":
      return "table";
    case "json":
      return "json";
    default:
      return "rows";
  }
}

function toTextKind(name: string, {format, maxLength}: FieldSchema): ControlKind {
  const known = findFormatKind(format);
  if (known) return known;
  return maxLength === undefined && LONG_NAME.test(name) ? "long" : "text";
}

/** The type; of several (`["string", "null"]`, which other tools write) the first that is not null. */
function toType({type}: FieldSchema): FieldSchema["type"] {
  const types: readonly string[] = Array.isArray(type) ? (type as string[]) : type ? [type] : [];
  return types.find((one) => one !== "null") as FieldSchema["type"];
}
