import type {Fields} from "../model/entry.ts";
import type {ObjectSchema} from "../model/schema.ts";
import {readText} from "../model/values/read-text.ts";

/**
 * What was typed as the values that the schema wants (`readText`). Blank text is no value. Text that is no value of its
 * field is left as it is, so that `findProblems` can say what is wrong with it; values that are not text, and fields
 * that the schema does not name, too.
 */
export function toFields(schema: ObjectSchema, values: Fields): Fields {
  const fields: [string, unknown][] = [];
  for (const [name, value] of Object.entries(values)) {
    const property = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    const typed = typeof value === "string" ? readText(value, property ?? {type: "string"}) : value;
    if (typed !== undefined && typed !== null) fields.push([name, typed]);
  }
  return Object.fromEntries(fields);
}
