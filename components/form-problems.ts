import type {Fields, ObjectSchema} from "../src/index.ts";

/** What is wrong with fields, by path: `name`, or `group/name` inside a group. */
export function findProblems(schema: ObjectSchema, fields: Fields): ReadonlyMap<string, string> {
  return new Map(
    (schema.required ?? [])
      .filter((name) => fields[name] === undefined || fields[name] === null)
      .map((name) => [name, "is required"])
  );
}
