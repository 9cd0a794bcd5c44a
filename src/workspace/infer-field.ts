import type {Value} from "../model/column.ts";
import type {FieldSchema} from "../model/schema.ts";

/** A text column is a choice where it has at most so many values, each of them twice on average, and short ones. */
const MAX_CHOICES = 12;
const MIN_FILLED = 8;
const MAX_CHOICE_LENGTH = 40;

const FORMATS: readonly (readonly [format: string, pattern: RegExp])[] = [
  ["date", /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],
  ["date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/],
  ["email", /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/],
  ["uri", /^[a-z][a-z0-9+.-]*:\/\/\S+$/i]
];

/** The schema of a text column: a format that all values have, else a choice, else text. */
export function toTextSchema(values: readonly string[]): FieldSchema {
  const texts = values.filter((value) => value !== "");
  if (texts.length === 0) return {type: "string"};
  const format = FORMATS.find(([, pattern]) => texts.every((text) => pattern.test(text)))?.[0];
  if (format !== undefined) return {type: "string", format};
  const choices = new Set<string>();
  for (const text of values) {
    choices.add(text);
    if (choices.size > MAX_CHOICES || text.length > MAX_CHOICE_LENGTH) return {type: "string"};
  }
  const isChoice = values.length >= MIN_FILLED && 2 * choices.size <= values.length;
  return isChoice ? {type: "string", enum: [...choices].sort()} : {type: "string"};
}

/** The schema of nested values: what all of them have in common, nothing where they have nothing. */
export function toValueSchema(values: readonly Value[]): FieldSchema {
  const there = values.filter((value) => value !== null);
  const kinds = new Set(there.map(kindOf));
  if (kinds.size === 2 && kinds.has("integer") && kinds.has("number")) return {type: "number"};
  if (kinds.size !== 1) return {};
  const [kind] = kinds;
  switch (kind) {
    case "array":
      return {type: "array", items: toValueSchema((there as readonly (readonly Value[])[]).flat())};
    case "object":
      return toGroupSchema(there as readonly Readonly<Record<string, Value>>[]);
    case "moment":
      return {type: "string", format: "date-time"};
    case "boolean":
    case "integer":
    case "number":
      return {type: kind};
    default:
      return {type: "string"};
  }
}

function toGroupSchema(groups: readonly Readonly<Record<string, Value>>[]): FieldSchema {
  const names = [...new Set(groups.flatMap((group) => Object.keys(group)))];
  return {
    type: "object",
    properties: Object.fromEntries(
      names.map((name) => [name, toValueSchema(groups.map((group) => group[name] ?? null))])
    )
  };
}

type Kind = "array" | "object" | "moment" | "boolean" | "integer" | "number" | "text";

function kindOf(value: Value): Kind {
  if (Array.isArray(value)) return "array";
  if (value instanceof Date) return "moment";
  if (value instanceof Uint8Array || typeof value === "bigint" || typeof value === "string")
    return "text";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return "object";
}
