import type {Entry, EntryType, ObjectSchema} from "../src/index.ts";
import {formatField} from "./format-field.ts";
import {getOwn} from "./get-own.ts";

/** Longer values describe, they do not tell apart. */
const MAX_VALUE_LENGTH = 32;

/** What tells entries of one title apart: their first other values that are short. */
export function toSubtitle({fields}: Entry, type: EntryType | undefined, count = 2): string {
  const properties: ObjectSchema["properties"] = type?.schema.properties ?? {};
  const names = [...new Set([...Object.keys(properties), ...Object.keys(fields)])];
  const values = names
    .filter((name) => name !== type?.titleField && typeof getOwn(fields, name) !== "object")
    .map((name) => formatField(getOwn(fields, name), getOwn(properties, name)))
    .filter((text) => text !== "" && text.length <= MAX_VALUE_LENGTH && !text.includes("\n"));
  return values.slice(0, count).join(" · ");
}
