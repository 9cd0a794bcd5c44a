import type {FieldSchema} from "../model/schema.ts";

/** What a keyword of JSON Schema wants, in plain words; undefined where the validator says it as well. */
export function toWords(keyword: string, schema: FieldSchema): string | undefined {
  switch (keyword) {
    case "type":
      return `must be ${toTypeWords(schema.type)}`;
    case "enum":
      return `must be one of: ${(schema.enum ?? []).join(", ")}`;
    case "format":
      return `must be ${FORMAT_WORDS[schema.format ?? ""] ?? `a ${schema.format}`}`;
    case "minimum":
      return `must be at least ${schema.minimum}`;
    case "maximum":
      return `must be at most ${schema.maximum}`;
    case "minLength":
      return `must have at least ${count(schema.minLength, "character")}`;
    case "maxLength":
      return `must have at most ${count(schema.maxLength, "character")}`;
    case "minItems":
      return `must have at least ${count(schema.minItems, "item")}`;
    case "maxItems":
      return `must have at most ${count(schema.maxItems, "item")}`;
    case "uniqueItems":
      return "must not have the same item twice";
    case "pattern":
      return `must fit the pattern ${schema.pattern}`;
    default:
      return undefined;
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "yes or no",
  array: "a list",
  object: "a group of fields",
  null: "empty"
};

const FORMAT_WORDS: Readonly<Record<string, string>> = {
  date: "a date (year-month-day)",
  "date-time": "a date with its time",
  time: "a time of day",
  duration: "a span of time, such as 1h 30m or 1:30",
  email: "an e-mail address",
  uri: "an address with its scheme, such as https://…",
  url: "an address with its scheme, such as https://…",
  uuid: "a UUID"
};

function toTypeWords(type: unknown): string {
  const types = Array.isArray(type) ? (type as string[]) : [String(type)];
  return types.map((name) => TYPE_WORDS[name] ?? name).join(" or ");
}

function count(amount: number | undefined, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
