import type {EntryType, ObjectSchema} from "../src/index.ts";
import {InputError, toEntryType} from "../src/index.ts";
import {readJsonDocument} from "./json-document.ts";

/** A type as a file: JSON for people, with a line's end behind it. */
export function toTypeText(type: EntryType): string {
  return `${JSON.stringify(type, null, 2)}\n`;
}

/** The type of a file; throws `InputError` that begins with the path of what is wrong. */
export function toTypeDocument(value: unknown): EntryType {
  const {name, schema, ...rest} = toObject(value, "type");
  if (typeof name !== "string") throw new InputError("name: a type has a name, such as “book”");
  const whole = toObjectSchema(toObject(schema, "schema"), "schema.");
  return toEntryType({...(rest as Partial<EntryType>), name, schema: whole, version: 1});
}

/** Reads a type's file; throws `InputError` that says what is wrong in it, and where. */
export async function openTypeFile(file: File): Promise<EntryType> {
  const read = readJsonDocument(await file.text(), toTypeDocument);
  if ("problem" in read) throw new InputError(`${file.name}: ${read.problem.what}`);
  return read.value;
}

/** A schema of fields; throws `InputError` that begins with the path of what is wrong. */
export function toObjectSchema(value: unknown, path = ""): ObjectSchema {
  const schema = toObject(value, path.replace(/\.$/, "") || "schema");
  if (schema.type !== "object") throw new InputError(`${path}type: must be "object"`);
  const properties = toObject(schema.properties, `${path}properties`);
  for (const [name, field] of Object.entries(properties))
    checkField(field, `${path}properties.${name}`);
  checkNames(schema.required, `${path}required`);
  return schema as unknown as ObjectSchema;
}

function checkField(value: unknown, path: string): void {
  const field = toObject(value, path);
  if (field.enum !== undefined && !Array.isArray(field.enum))
    throw new InputError(`${path}.enum: must be a list`);
  if (field["x-lakebook"] !== undefined) toObject(field["x-lakebook"], `${path}.x-lakebook`);
  if (field.items !== undefined) checkField(field.items, `${path}.items`);
  checkNames(field.required, `${path}.required`);
  if (field.properties === undefined) return;
  for (const [name, inner] of Object.entries(toObject(field.properties, `${path}.properties`)))
    checkField(inner, `${path}.properties.${name}`);
}

function checkNames(value: unknown, path: string): void {
  const isNames =
    value === undefined ||
    (Array.isArray(value) && value.every((name) => typeof name === "string"));
  if (!isNames) throw new InputError(`${path}: must be a list of names`);
}

function toObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new InputError(`${path}: must be an object in { }`);
  return value as Readonly<Record<string, unknown>>;
}
