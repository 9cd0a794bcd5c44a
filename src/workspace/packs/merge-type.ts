import {InputError} from "../../lib/errors.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {PackMark} from "../../model/pack-mark.ts";
import type {FieldSchema, ObjectSchema} from "../../model/schema.ts";

/**
 * The type that is there with what a pack has new for it: fields that it lacks, and what it extends where it extends
 * nothing. Whatever it says stays as it is; a field that the pack once brought and a person removed stays away. Throws
 * `InputError` where both have a field and mean different things by it, or extend different types.
 */
export function mergeType(
  there: EntryType,
  given: EntryType,
  pack: string,
  version: number
): EntryType {
  const mark = there.packs?.[pack];
  if (mark && mark.version >= version) return there;
  if (there.extends !== undefined && given.extends !== undefined && there.extends !== given.extends)
    throw new InputError(
      `type extends another: ${there.name} extends ${there.extends}, the pack's extends ${given.extends}; rename yours first`
    );
  const inherited = there.extends ?? given.extends;
  return {
    ...there,
    ...(inherited !== undefined && {extends: inherited}),
    schema: mergeSchema(there.schema, given.schema, {of: `type ${there.name}`, mark}),
    packs: {...there.packs, [pack]: toMark(given.schema, version)}
  };
}

/** A schema with the fields that another has more. */
export function mergeSchema(
  there: ObjectSchema,
  given: ObjectSchema,
  {of, mark}: {of: string; mark: PackMark | undefined}
): ObjectSchema {
  const isKnown = (name: string): boolean => mark?.fields.includes(name) ?? false;
  const added: [string, FieldSchema][] = [];
  for (const [name, field] of Object.entries(given.properties)) {
    const mine = Object.hasOwn(there.properties, name) ? there.properties[name] : undefined;
    if (mine === undefined && !isKnown(name)) added.push([name, field]);
    if (mine && !isKnown(name) && toKind(mine) !== toKind(field))
      throw new InputError(
        `field means something else: ${name} of ${of} is ${toKind(mine)}, the pack's is ${toKind(field)}; rename yours first`
      );
  }
  return added.length === 0
    ? there
    : {...there, properties: {...there.properties, ...Object.fromEntries(added)}};
}

export function toMark(schema: ObjectSchema | undefined, version: number): PackMark {
  return {version, fields: Object.keys(schema?.properties ?? {})};
}

/** What values of a field are; a whole number is a number. */
function toKind(field: FieldSchema): string {
  const kind = field["x-lakebook"]?.kind;
  if (kind === "reference" || kind === "computed") return kind;
  return field.type === "integer" ? "number" : (field.type ?? "anything");
}
