import type {Fields} from "../model/entry.ts";
import {findHidden} from "../model/field-when.ts";
import type {FieldSchema} from "../model/schema.ts";
import {findKindProblem, isToldByKind} from "./kind-problems.ts";

/** What a validator of JSON Schema is to be given of an entry, and what it cannot know. */
export interface Look {
  /** The fields without those that are null or not shown. */
  readonly values: Fields;
  /** Paths at which, and below which, the validator has nothing to say. */
  readonly aside: readonly string[];
  /** What is wrong by the kinds of the fields, by path. */
  readonly problems: Map<string, string>;
}

export function lookInto(schema: FieldSchema, fields: Fields): Look {
  const aside: string[] = [];
  const problems = new Map<string, string>();

  const lookAt = (value: unknown, schema: FieldSchema, path: string): unknown => {
    if (value === null) {
      aside.push(path); // an item that somebody emptied
      return value;
    }
    const problem = findKindProblem(value, schema);
    if (problem !== undefined) problems.set(path, problem);
    if (isToldByKind(schema)) aside.push(path);
    else if (Array.isArray(value) && schema.items)
      return value.map((item, i) => lookAt(item, schema.items!, `${path}/${i}`));
    else if (isGroup(value) && schema.properties) return lookAtGroup(value, schema, `${path}/`);
    return value;
  };

  const lookAtGroup = (group: Fields, schema: FieldSchema, prefix: string): Fields => {
    const hidden = findHidden(schema, group);
    for (const [name, {"x-lakebook": hints}] of Object.entries(schema.properties ?? {}))
      if (hidden.has(name) || hints?.kind === "reference" || hints?.kind === "computed")
        aside.push(prefix + name);
    const shown = Object.entries(group).filter(
      ([name, value]) => value !== null && value !== undefined && !hidden.has(name)
    );
    return Object.fromEntries(
      shown.map(([name, value]) => {
        const field = schema.properties?.[name];
        return [name, field ? lookAt(value, field, prefix + name) : value];
      })
    );
  };

  return {values: lookAtGroup(fields, schema, ""), aside, problems};
}

function isGroup(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
