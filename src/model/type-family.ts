import {InputError} from "../lib/errors.ts";
import type {EntryType} from "./entry-type.ts";
import type {ObjectSchema} from "./schema.ts";

/**
 * The type with what it has from those that it extends: their fields before its own (its own word counts where both
 * name a field), their title, key and sets where it has none. Throws `InputError` where a type is not there, or extends itself.
 */
export function resolveType(type: EntryType, types: ReadonlyMap<string, EntryType>): EntryType {
  return findLineage(type, types).reduceRight((parent, child) => ({
    ...child,
    schema: joinSchemas(parent.schema, child.schema),
    keyField: child.keyField ?? parent.keyField,
    ...joinUnique(parent, child),
    ...inheritTitle(parent, child)
  }));
}

/** The names of a type and of all that extend it, near or far. */
export function findFamily(name: string, types: ReadonlyMap<string, EntryType>): string[] {
  const family = [name];
  // what is appended is walked too
  for (const member of family)
    for (const type of types.values())
      if (type.extends === member && !family.includes(type.name)) family.push(type.name);
  return family;
}

/** The type, then what it extends, up to the first. */
export function findLineage(type: EntryType, types: ReadonlyMap<string, EntryType>): EntryType[] {
  const lineage = [type];
  for (let name = type.extends; name !== undefined;) {
    const parent = types.get(name);
    if (!parent) throw new InputError(`extended type not found: ${name} (${type.name} extends it)`);
    if (lineage.some((one) => one.name === parent.name))
      throw new InputError(
        `type extends itself: ${[...lineage, parent].map(({name}) => name).join(" → ")}`
      );
    lineage.push(parent);
    name = parent.extends;
  }
  return lineage;
}

function joinSchemas(parent: ObjectSchema, child: ObjectSchema): ObjectSchema {
  const required = [...new Set([...(parent.required ?? []), ...(child.required ?? [])])];
  return {
    ...parent,
    ...child,
    properties: {...parent.properties, ...child.properties},
    ...(required.length > 0 && {required})
  };
}

function joinUnique(parent: EntryType, child: EntryType): Pick<EntryType, "unique"> {
  const unique = [...(parent.unique ?? []), ...(child.unique ?? [])];
  return unique.length > 0 ? {unique} : {};
}

/** A child without a word of its own on its title has its parent's; a title field of its own stands above the parent's template. */
function inheritTitle(
  parent: EntryType,
  child: EntryType
): Pick<EntryType, "titleField" | "titleTemplate"> {
  const hasField =
    Object.hasOwn(child.schema.properties, child.titleField) ||
    Object.hasOwn(parent.schema.properties, child.titleField);
  const titleField = hasField ? child.titleField : parent.titleField;
  const {titleTemplate} = hasField || child.titleTemplate !== undefined ? child : parent;
  return {titleField, ...(titleTemplate !== undefined && {titleTemplate})};
}
