import {InputError} from "../../lib/errors.ts";
import {toText} from "../../lib/text.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Fields} from "../../model/entry.ts";
import {findProblems} from "../validate.ts";

const MAX_SHOWN = 60;

/** Throws `InputError` that names every field that the (resolved) type does not have, and every value that does not fit. */
export function checkFields(fields: Fields, type: EntryType): void {
  const names = Object.keys(type.schema.properties);
  const unknown = Object.keys(fields).find((name) => !names.includes(name));
  if (unknown !== undefined) throw unknownField(unknown, type);
  const problems = Array.from(findProblems(type.schema, fields), ([path, what]) => {
    const value = path.split("/").reduce<unknown>((one, name) => toOwn(one, name), fields);
    const shown =
      value === undefined || value === null ? "" : ` "${toText(value).slice(0, MAX_SHOWN)}"`;
    return `${path}${shown} ${what}`;
  });
  if (problems.length > 0)
    throw new InputError(`fields do not fit ${type.name}: ${problems.join("; ")}`);
}

export function unknownField(name: string, {name: type, schema}: EntryType): InputError {
  const names = Object.keys(schema.properties);
  return new InputError(
    `field not in ${type}: ${name} (there ${names.length === 0 ? "is none yet" : `are: ${names.join(", ")}`})`
  );
}

function toOwn(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
