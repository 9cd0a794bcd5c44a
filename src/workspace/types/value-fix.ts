import {toText} from "../../lib/text.ts";
import type {Fields} from "../../model/entry.ts";
import type {FieldSchema, ObjectSchema} from "../../model/schema.ts";
import {readText} from "../../model/values/read-text.ts";

/**
 * What is done with a field's value in many entries at once:
 *
 * - `read` takes what the value says as text for the field's own kind: `"1,204"` for a number, `"29.2.2024"` for a day
 * - `day-first`, `month-first` read days such as `3/4/2024`
 * - `text`, `list`, `trim` make it a text, a list of the parts between commas, semicolons or lines, a text without
 *   needless blanks
 * - `set` and `map` put another value in its place, `map` by what it is now (as JSON)
 * - `move` gives it to another field, where that has none; `remove` takes it away
 */
export type ValueFix =
  | {readonly kind: "read" | "day-first" | "month-first" | "text" | "list" | "trim" | "remove"}
  | {readonly kind: "set"; readonly value: unknown}
  | {readonly kind: "map"; readonly values: ReadonlyMap<string, unknown>}
  | {readonly kind: "move"; readonly to: string};

export type ValueFixKind = ValueFix["kind"];

/** The fields of an entry with one of them mended. A value that a fix can make nothing of stays as it is. */
export function fixValue(
  fields: Fields,
  field: string,
  fix: ValueFix,
  schema: ObjectSchema
): Fields {
  const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
  const isThere = value !== undefined && value !== null;
  switch (fix.kind) {
    case "set":
      return {...fields, [field]: fix.value};
    case "remove":
      return without(fields, field);
    case "move":
      return isThere ? moveValue(fields, field, fix.to) : fields;
    case "map":
      return isThere && fix.values.has(JSON.stringify(value))
        ? {...fields, [field]: fix.values.get(JSON.stringify(value))}
        : fields;
    default:
      return isThere
        ? {...fields, [field]: convert(value, fix.kind, schema.properties[field] ?? {})}
        : fields;
  }
}

/** The fields with a value under another name, in its place; as they are where that name has a value. */
export function moveValue(fields: Fields, from: string, to: string): Fields {
  const isTaken = Object.hasOwn(fields, to) && fields[to] !== null && fields[to] !== undefined;
  if (isTaken || !Object.hasOwn(fields, from)) return fields;
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name !== to)
      .map(([name, value]) => [name === from ? to : name, value])
  );
}

/** The fields with values under other names; itself where none of them has a value. */
export function moveValues(fields: Fields, renames: ReadonlyMap<string, string>): Fields {
  let moved = fields;
  for (const [from, to] of renames) moved = moveValue(moved, from, to);
  return moved;
}

function without(fields: Fields, field: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field));
}

function convert(
  value: unknown,
  kind: "read" | "day-first" | "month-first" | "text" | "list" | "trim",
  schema: FieldSchema
): unknown {
  switch (kind) {
    case "read":
      return readText(toPlainText(value), schema) ?? value;
    case "day-first":
    case "month-first":
      return readSlashDay(toPlainText(value), kind) ?? value;
    case "text":
      return toPlainText(value);
    case "list":
      return Array.isArray(value) ? value : toParts(toPlainText(value));
    case "trim":
      return typeof value === "string" ? value.replace(/[^\S\n]+/g, " ").trim() : value;
  }
}

/** What a value says in words: the items of a list between commas. */
function toPlainText(value: unknown): string {
  const isList = Array.isArray(value) && value.every((item) => typeof item !== "object");
  return isList ? value.map(toText).join(", ") : toText(value);
}

function toParts(text: string): string[] {
  return text
    .split(/[,;|\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** `3/4/2024` with either part first; what the calendar does not have is no day. */
function readSlashDay(text: string, order: "day-first" | "month-first"): string | undefined {
  const [, a, b, year] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const [day, month] = order === "day-first" ? [a!, b!] : [b!, a!];
  const iso = [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined;
}
