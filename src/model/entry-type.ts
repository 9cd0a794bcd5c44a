import {InputError} from "../lib/errors.ts";
import type {PackMarks} from "./pack-mark.ts";
import type {ObjectSchema} from "./schema.ts";

/** What entries of one kind have in common. */
export interface EntryType {
  /** The name in addresses and in SQL (`ws.<name>`): a lower-case identifier. */
  readonly name: string;
  /** The name on screen, one and many. */
  readonly label: string;
  readonly plural: string;
  readonly schema: ObjectSchema;
  /** The field whose value is an entry's title; "" where it is that of the type that this one extends. */
  readonly titleField: string;
  /** The field that tells entries apart, so that the same thing is kept once; null where there is none. */
  readonly keyField: string | null;
  /** The type that this one extends: its fields come first, its relation in SQL holds these entries too. */
  readonly extends?: string;
  /** True for a type that only others extend: it has no entries of its own. */
  readonly abstract?: boolean;
  /** An entry's title of several fields, such as `{maker} {model}`; where it is not given, `titleField` alone is the title. */
  readonly titleTemplate?: string;
  /** Sets of fields whose values no two entries share; one field alone has the hint `unique`. */
  readonly unique?: readonly (readonly string[])[];
  /** What the type is for, in a sentence, on its form. */
  readonly help?: string;
  /** The packs that brought it, or some of its fields. */
  readonly packs?: PackMarks;
  /** Counts up with each change of the type. */
  readonly version: number;
}

/** The tables that are in the schema `ws` whatever types there are. */
export const WORKSPACE_TABLES = [
  "entries",
  "history",
  "changes",
  "types",
  "kinds",
  "suggestions",
  "matches",
  "views",
  "topics",
  "topic_members"
] as const;

/** Names that no type may have: SQL uses them in the schema `ws`, or collections do. */
export const RESERVED_TYPE_NAMES: readonly string[] = [...WORKSPACE_TABLES, "edges", "documents"];

/** An entry type from what a person gave: defaults filled in, names checked. Throws `InputError`. */
export function toEntryType({
  name,
  label = toLabel(name),
  plural = `${label}s`,
  schema = {type: "object", properties: {}},
  keyField = null,
  version = 1,
  ...rest
}: Partial<EntryType> & Pick<EntryType, "name">): EntryType {
  if (!/^\p{L}[\p{L}\p{N}_]*$/u.test(name)) {
    throw new InputError(
      `type name is not an identifier: "${name}" (letters, digits and underscores, a letter first)`
    );
  }
  if (RESERVED_TYPE_NAMES.includes(name))
    throw new InputError(`type name is taken by Lakebook: ${name}`);
  const {
    titleField = rest.extends === undefined ? (Object.keys(schema.properties)[0] ?? "title") : ""
  } = rest;
  // the key field of a type that extends another may be the other's
  if (keyField !== null && rest.extends === undefined && !(keyField in schema.properties)) {
    throw new InputError(`key field is not in the schema of ${name}: ${keyField}`);
  }
  return {name, label, plural, schema, keyField, ...rest, titleField, version};
}

/** `freezer_box` as people write it: `Freezer box`. */
export function toLabel(name: string): string {
  const words = name.replaceAll("_", " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
