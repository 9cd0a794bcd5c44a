import type {Fields} from "./entry.ts";
import type {FieldSchema} from "./schema.ts";

/**
 * The names of the fields that are not shown as things stand (`FieldHints.when`). What hangs on a field that is itself
 * not shown is not shown either.
 */
export function findHidden({properties = {}}: FieldSchema, values: Fields): ReadonlySet<string> {
  const hidden = new Set<string>();
  // each round may hide what hangs on what the last one hid
  for (let size = -1; size !== hidden.size;) {
    size = hidden.size;
    for (const [name, schema] of Object.entries(properties)) {
      const when = schema["x-lakebook"]?.when;
      if (when && !holds(when, hidden.has(when.field) ? {} : values)) hidden.add(name);
    }
  }
  return hidden;
}

function holds(
  {field, is}: {readonly field: string; readonly is: readonly unknown[]},
  values: Fields
): boolean {
  const value = Object.hasOwn(values, field) ? values[field] : undefined;
  const all = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  const isThere = all.some((one) => one !== undefined && one !== null && one !== "");
  return is.length === 0 ? isThere : all.some((one) => is.includes(one));
}
