import {toText} from "../../lib/text.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Entry} from "../../model/entry.ts";
import {resolveType} from "../../model/type-family.ts";

/** Longer values describe, they do not tell apart. */
const MAX_HINT_LENGTH = 40;
const MAX_HINT_VALUES = 2;

/** By what entries of a type are known beside their title. */
export interface NamingFields {
  readonly titleField: string;
  readonly keyField: string | null;
  /** Fields whose values no two entries share. */
  readonly unique: readonly string[];
}

/** The naming fields of each type, with what it has from those that it extends. */
export function toNamingFields(types: readonly EntryType[]): Map<string, NamingFields> {
  const byName = new Map(types.map((type) => [type.name, type]));
  return new Map(
    types.map((one) => {
      const {name, titleField, keyField, schema} = resolveType(one, byName);
      const unique = Object.entries(schema.properties).flatMap(([field, {"x-lakebook": hints}]) =>
        hints?.unique ? [field] : []
      );
      return [name, {titleField, keyField, unique}];
    })
  );
}

/** What an entry is known by beside its title: its key, what only it has, its tags. */
export function toOtherNames({fields, tags}: Entry, naming: NamingFields | undefined): string[] {
  const names = naming ? [naming.keyField ?? "", ...naming.unique] : [];
  const values = names
    .filter((name) => name !== naming?.titleField)
    .map((name) => toText(fields[name]));
  return [...new Set([...values, ...tags])].filter((text) => text !== "");
}

/** What tells entries of one title apart, in a line: the key, else the first short values. */
export function toHint({title, fields}: Entry, naming: NamingFields | undefined): string {
  const key = naming?.keyField == null ? "" : toText(fields[naming.keyField]);
  const others = Object.entries(fields)
    .filter(([name, value]) => name !== naming?.titleField && isShort(value))
    .map(([, value]) => String(value));
  const values = new Set([key, ...others].filter((text) => text !== "" && text !== title));
  return [...values].slice(0, MAX_HINT_VALUES).join(" · ");
}

function isShort(value: unknown): value is string | number {
  if (typeof value === "number") return true;
  return (
    typeof value === "string" &&
    value !== "" &&
    value.length <= MAX_HINT_LENGTH &&
    !value.includes("\n")
  );
}
