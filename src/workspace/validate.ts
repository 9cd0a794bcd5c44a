import type {OutputUnit, Schema} from "@cfworker/json-schema";
import {Validator} from "@cfworker/json-schema";
import {toMessage} from "../lib/errors.ts";
import type {Fields} from "../model/entry.ts";
import type {FieldSchema, ObjectSchema} from "../model/schema.ts";

/** What is wrong, in plain words, by path: `year`, `size/width` inside a group, "" for the whole. */
export type FieldProblems = ReadonlyMap<string, string>;

const validators = new WeakMap<ObjectSchema, Validator>();

/**
 * What is wrong with an entry's fields by its type's schema (JSON Schema 2020-12, without code generation), one
 * problem a path. A field that is null counts as missing. A schema that cannot be used is a problem of the whole.
 */
export function findProblems(schema: ObjectSchema, fields: Fields): FieldProblems {
  const problems = new Map<string, string>();
  try {
    for (const unit of toValidator(schema).validate(withoutNull(fields)).errors) {
      const [path, what] = toProblem(unit, schema);
      if (what !== undefined && !problems.has(path)) problems.set(path, what);
    }
  } catch (error) {
    problems.set("", `the schema of this type cannot be used: ${toMessage(error)}`);
  }
  return problems;
}

function toValidator(schema: ObjectSchema): Validator {
  const known = validators.get(schema);
  if (known) return known;
  // the validator writes into the schema that it is given
  const validator = new Validator(structuredClone(schema) as Schema, "2020-12", false);
  validators.set(schema, validator);
  return validator;
}

function withoutNull(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)
  );
}

/** The path and the words of one finding; no words where another finding of the same thing says it better. */
function toProblem(
  {keyword, keywordLocation, instanceLocation, error}: OutputUnit,
  root: ObjectSchema
): [string, string | undefined] {
  const path = toSteps(instanceLocation);
  const schema = findSchema(root, toSteps(keywordLocation).slice(0, -1));
  switch (keyword) {
    case "required": {
      const name = /"([^]*)"/.exec(error)?.[1] ?? "";
      return [[...path, name].join("/"), "is required"];
    }
    case "properties":
    case "items":
    case "prefixItems":
    case "additionalProperties":
    case "$ref":
    case "allOf":
      return ["", undefined]; // says only that something inside is wrong
    default:
      return [path.join("/"), toWords(keyword, schema) ?? toPlain(error)];
  }
}

function toWords(keyword: string, schema: FieldSchema): string | undefined {
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
      return `must have at least ${countCharacters(schema.minLength)}`;
    case "maxLength":
      return `must have at most ${countCharacters(schema.maxLength)}`;
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
  email: "an e-mail address",
  uri: "an address with its scheme, such as https://…",
  url: "an address with its scheme, such as https://…",
  uuid: "a UUID"
};

function toTypeWords(type: unknown): string {
  const types = Array.isArray(type) ? (type as string[]) : [String(type)];
  return types.map((name) => TYPE_WORDS[name] ?? name).join(" or ");
}

function countCharacters(count: number | undefined): string {
  return `${count} ${count === 1 ? "character" : "characters"}`;
}

/** The validator's own words, in the house's manner. */
function toPlain(error: string): string {
  return (error.charAt(0).toLowerCase() + error.slice(1)).replace(/\.$/, "");
}

/** The steps of a JSON pointer such as `#/properties/a~1b`. */
function toSteps(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => decodeStep(step).replaceAll("~1", "/").replaceAll("~0", "~"));
}

function decodeStep(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step; // a percent sign of its own
  }
}

function findSchema(root: ObjectSchema, steps: readonly string[]): FieldSchema {
  let found: unknown = root;
  for (const step of steps) found = (found as Record<string, unknown> | undefined)?.[step];
  return found ?? {};
}
