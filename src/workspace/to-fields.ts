import type {Fields} from "../model/entry.ts";
import type {FieldSchema, ObjectSchema} from "../model/schema.ts";

/**
 * What was typed as the values that the schema wants: numbers, yes and no, lists (one item a line, or between commas),
 * groups (as JSON), choices. Blank text is no value. Text that is no value of its field is left as it is, so that
 * `findProblems` can say what is wrong with it; values that are not text, and fields that the schema does not name, too.
 */
export function toFields(schema: ObjectSchema, values: Fields): Fields {
  const fields: [string, unknown][] = [];
  for (const [name, value] of Object.entries(values)) {
    const property = schema.properties[name];
    const typed = typeof value === "string" ? toTyped(value, property ?? {type: "string"}) : value;
    if (typed !== undefined && typed !== null) fields.push([name, typed]);
  }
  return Object.fromEntries(fields);
}

const WORDS_OF_YES = ["true", "yes", "on", "1"];
const WORDS_OF_NO = ["false", "no", "off", "0"];

function toTyped(text: string, {type, enum: choices, items}: FieldSchema): unknown {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  const choice = choices?.find((one) => String(one) === trimmed);
  if (choice !== undefined) return choice;
  switch (type) {
    case "number":
    case "integer": {
      const number = Number(trimmed);
      return Number.isFinite(number) ? number : text;
    }
    case "boolean": {
      const word = trimmed.toLowerCase();
      return WORDS_OF_YES.includes(word) || (WORDS_OF_NO.includes(word) ? false : text);
    }
    case "array":
      return trimmed.startsWith("[") ? parse(text) : toItems(trimmed, items ?? {});
    case "object":
    case undefined:
      return trimmed.startsWith("{") || trimmed.startsWith("[") ? parse(text) : text;
    case "string":
      return text;
  }
}

function toItems(text: string, items: FieldSchema): unknown[] {
  return text
    .split(text.includes("\n") ? "\n" : ",")
    .map((item) => toTyped(item.trim(), {type: "string", ...items}))
    .filter((item) => item !== undefined);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // validation says that it is no list or group
  }
}
