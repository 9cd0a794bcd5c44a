import type {OutputUnit, Schema} from "@cfworker/json-schema";
import {Validator} from "@cfworker/json-schema";
import {toMessage} from "../lib/errors.ts";
import type {Fields} from "../model/entry.ts";
import type {FieldSchema, ObjectSchema} from "../model/schema.ts";
import {lookInto} from "./look-into.ts";
import {toWords} from "./problem-words.ts";

/** What is wrong, in plain words, by path: `year`, `size/width` inside a group, "" for the whole. */
export type FieldProblems = ReadonlyMap<string, string>;

const validators = new WeakMap<ObjectSchema, Validator>();

/**
 * What is wrong with an entry's fields by its type's schema (JSON Schema 2020-12, without code generation) and by the
 * kinds that its hints name, one problem a path. A field that is null counts as missing; one that is not shown as
 * things stand is not looked at; nor are references and computed fields, whose values are elsewhere. A schema that
 * cannot be used is a problem of the whole.
 */
export function findProblems(schema: ObjectSchema, fields: Fields): FieldProblems {
  const {values, aside, problems} = lookInto(schema, fields);
  try {
    for (const unit of toValidator(schema).validate(values).errors) {
      const [path, what] = toProblem(unit, schema);
      const isAside = aside.some((place) => path === place || path.startsWith(`${place}/`));
      if (what !== undefined && !isAside && !problems.has(path)) problems.set(path, what);
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
