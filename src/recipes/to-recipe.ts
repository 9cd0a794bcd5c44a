import {InputError, toMessage} from "../lib/errors.ts";
import type {ParseOptions} from "../model/parse-options.ts";
import type {Recipe, RecipeMatch, Step} from "../model/recipe.ts";
import type {Field, Readers} from "./field-reader.ts";
import {
  mapOf,
  oneOf,
  optional,
  readCount,
  readName,
  readNames,
  readObject,
  readText,
  readTexts,
  refuse
} from "./field-reader.ts";
import {readStep, readType} from "./to-step.ts";

const MATCH: Readers<RecipeMatch> = {
  format: optional(readName),
  connector: optional(readConnector),
  table: optional(readText),
  columns: optional(readNames),
  path: optional(readName)
};

const PARSE: Readers<ParseOptions> = {
  format: optional(readName),
  connector: optional(readConnector),
  encoding: optional(readName),
  delimiter: optional(readText),
  quote: optional(readText),
  escape: optional(readText),
  comment: optional(readText),
  skip: optional(readCount),
  header: optional(readCount),
  footer: optional(readCount),
  decimal: optional(oneOf(".", ",")),
  thousands: optional(readText),
  dateOrder: optional(oneOf("dmy", "mdy", "ymd")),
  nulls: optional(readTexts),
  types: optional(mapOf("an object of types by column", readType))
};

const RECIPE: Readers<Recipe> = {
  recipe: (field) => (field.value === 1 ? 1 : refuse(field, "1, the version of this form")),
  id: readName,
  name: readName,
  match: optional((field) => readObject(field, MATCH), {}),
  parse: optional((field) => readObject(field, PARSE), {}),
  steps: optional(readSteps, []),
  target: readName,
  key: optional(readNames, [])
};

/**
 * The recipe in a JSON value. `match`, `parse`, `steps` and `key` may be left out. Throws `InputError` that says where it
 * is wrong, what is expected and what is there: `steps[2].columns: expected a list of names, got 5`.
 */
export function toRecipe(value: unknown): Recipe {
  return readObject({path: "", value}, RECIPE);
}

/** The recipe in the text of a `.recipe.json` file; throws `InputError`. */
export function readRecipeText(text: string): Recipe {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`recipe that is no JSON: ${toMessage(error)}`, {cause: error});
  }
  return toRecipe(value);
}

/** The recipe as the text of a file: the same text for the same recipe, a field a line and a step a line. */
export function toRecipeText(recipe: Recipe): string {
  const lines = Object.entries(toRecipe(recipe)).map(
    ([name, value]) =>
      `  "${name}": ${name === "steps" ? toStepsText(value as readonly Step[]) : JSON.stringify(value)}`
  );
  return `{\n${lines.join(",\n")}\n}\n`;
}

function toStepsText(steps: readonly Step[]): string {
  if (steps.length === 0) return "[]";
  return `[\n${steps.map((step) => `    ${JSON.stringify(step)}`).join(",\n")}\n  ]`;
}

function readSteps(field: Field): readonly Step[] {
  const {path, value} = field;
  if (!Array.isArray(value)) refuse(field, "a list of steps");
  return (value as readonly unknown[]).map((value, i) => readStep({path: `${path}[${i}]`, value}));
}

/** A connector's name, or null for none. */
function readConnector(field: Field): string | null {
  return field.value === null ? null : readName(field);
}
