import {toText} from "../lib/text.ts";
import type {EntryType} from "./entry-type.ts";
import type {Fields} from "./entry.ts";
import {findLineage} from "./type-family.ts";

/** Fields whose values no two entries share, of a type and all that extend it. */
export interface UniqueSet {
  /** The type that says so: what extends it shares one set of values. */
  readonly type: string;
  readonly fields: readonly string[];
}

/** What is unique in entries of a type: its own word and that of each type it extends. */
export function findUniqueSets(
  type: EntryType,
  types: ReadonlyMap<string, EntryType>
): UniqueSet[] {
  return findLineage(type, types).flatMap(({name, schema, unique = []}) => [
    ...Object.entries(schema.properties)
      .filter(([, field]) => field["x-lakebook"]?.unique)
      .map(([field]) => ({type: name, fields: [field]})),
    ...unique.map((fields) => ({type: name, fields}))
  ]);
}

/**
 * The set and its values as one text, the same for values that are taken for the same: case and blanks around a text
 * do not count, and a number is its text. Undefined where a value is missing: what is not there is shared by all.
 */
export function toUniqueText({type, fields}: UniqueSet, values: Fields): string | undefined {
  const texts = fields.map((field) =>
    toText(Object.hasOwn(values, field) ? values[field] : null)
      .normalize("NFC")
      .trim()
      .toLowerCase()
  );
  return texts.includes("") ? undefined : JSON.stringify([type, ...fields, texts]);
}

/** The start of all texts of a set. */
export function toUniquePrefix({type, fields}: UniqueSet): string {
  return `${JSON.stringify([type, ...fields]).slice(0, -1)},[`;
}
