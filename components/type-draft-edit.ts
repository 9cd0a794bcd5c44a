import type {ObjectSchema} from "../src/index.ts";
import {toIdentifier, toUnique} from "../src/index.ts";
import type {FieldDraft} from "./field-draft.ts";
import {createField, toFieldDrafts} from "./field-draft.ts";
import {withHints} from "./field-kinds.ts";
import {withoutMember, withRenamedMember} from "./title-template.ts";
import type {TypeDraft} from "./type-draft.ts";

/** Something that somebody does to a list of fields. */
export type FieldEdit =
  | {readonly kind: "set"; readonly id: string; readonly change: Partial<FieldDraft>}
  | {readonly kind: "move"; readonly id: string; readonly to: number}
  | {readonly kind: "remove"; readonly id: string}
  | {readonly kind: "add"};

/** See `setField`. */
export function editFields(
  draft: TypeDraft,
  edit: FieldEdit,
  taken: readonly string[] = []
): TypeDraft {
  switch (edit.kind) {
    case "set":
      return setField(draft, edit.id, edit.change, taken);
    case "move":
      return {...draft, fields: moveField(draft.fields, edit.id, edit.to)};
    case "remove":
      return removeField(draft, edit.id);
    case "add":
      return addField(draft);
  }
}

/** The fields of a group, edited. */
export function editInnerFields(
  fields: readonly FieldDraft[],
  edit: FieldEdit
): readonly FieldDraft[] {
  switch (edit.kind) {
    case "set":
      return setInnerField(fields, edit.id, edit.change);
    case "move":
      return moveField(fields, edit.id, edit.to);
    case "remove":
      return fields.filter(({id}) => id !== edit.id);
    case "add":
      return [...fields, withFreeName(createField(), fields)];
  }
}

/**
 * The draft with a field changed. A field that is new is named after its label until it has a name of its own; whatever
 * refers to the field follows its name. `taken` are names that no field may have: those of an extended type.
 */
export function setField(
  draft: TypeDraft,
  id: string,
  change: Partial<FieldDraft>,
  taken: readonly string[] = []
): TypeDraft {
  const field = draft.fields.find((one) => one.id === id);
  if (!field) return draft;
  const others = draft.fields.filter((one) => one !== field);
  const name = toName({...field, ...change}, field, [...taken, ...others.map(({name}) => name)]);
  const fields = draft.fields.map((one) => (one === field ? {...field, ...change, name} : one));
  return renameReferences({...draft, fields}, field.name, name);
}

function setInnerField(
  fields: readonly FieldDraft[],
  id: string,
  change: Partial<FieldDraft>
): FieldDraft[] {
  return fields.map((field) => {
    if (field.id !== id) return field;
    const others = fields.filter((one) => one !== field).map(({name}) => name);
    return {...field, ...change, name: toName({...field, ...change}, field, others)};
  });
}

export function addField(draft: TypeDraft, field: FieldDraft = createField()): TypeDraft {
  return {...draft, fields: [...draft.fields, withFreeName(field, draft.fields)]};
}

function withFreeName(field: FieldDraft, others: readonly FieldDraft[]): FieldDraft {
  const taken = others.map(({name}) => name);
  return {...field, name: field.name || toFree("field", taken)};
}

/** The draft without a field, and without what referred to it. */
export function removeField(draft: TypeDraft, id: string): TypeDraft {
  const gone = draft.fields.find((field) => field.id === id);
  if (!gone) return draft;
  const {name} = gone;
  return {
    ...draft,
    title: draft.title === name ? "" : draft.title,
    key: draft.key === name ? "" : draft.key,
    template: withoutMember(draft.template, name),
    unique: draft.unique.map((names) => names.filter((one) => one !== name)),
    fields: draft.fields
      .filter((field) => field !== gone)
      .map((field) => mapCondition(field, name, undefined))
  };
}

/** The fields with one of them moved to another place. */
export function moveField<T extends {readonly id: string}>(
  fields: readonly T[],
  id: string,
  to: number
): readonly T[] {
  const from = fields.findIndex((field) => field.id === id);
  if (from < 0 || to < 0 || to >= fields.length || from === to) return fields;
  const next = [...fields];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** The draft with another schema: a field of the same name is the same field. */
export function withSchema(draft: TypeDraft, schema: ObjectSchema): TypeDraft {
  const known = new Map(draft.fields.map((field) => [field.name, field]));
  const fields = toFieldDrafts(schema).map((field) => {
    const {id = field.id, former} = known.get(field.name) ?? {};
    const isKept = Object.hasOwn(draft.former?.schema.properties ?? {}, field.name);
    return {...field, id, former: former ?? (isKept ? field.name : undefined)};
  });
  const names = new Set(fields.map(({name}) => name));
  const keep = (name: string): string => (known.has(name) && !names.has(name) ? "" : name);
  return {...draft, schema, fields, title: keep(draft.title), key: keep(draft.key)};
}

/** The names that values move to with the fields that were renamed, by the names they are kept under. */
export function toRenames({fields}: TypeDraft): ReadonlyMap<string, string> {
  return new Map(
    fields.flatMap(({former, name}) =>
      former !== undefined && former !== name ? [[former, name] as const] : []
    )
  );
}

function toName(next: FieldDraft, field: FieldDraft, taken: readonly string[]): string {
  if (next.name !== field.name) return toFree(next.name || "field", taken);
  const isDerived =
    field.former === undefined && field.name === toDerived(field.label, taken, field.name);
  return isDerived ? toFree(toIdentifier(next.label, "field"), taken) : field.name;
}

/** The name that a label gives, where that is the one it has. */
function toDerived(label: string, taken: readonly string[], name: string): string {
  const base = toIdentifier(label, "field");
  return name.startsWith(base) && /^(_\d+)?$/.test(name.slice(base.length))
    ? name
    : toFree(base, taken);
}

function toFree(name: string, taken: readonly string[]): string {
  return toUnique(name, (one) => taken.includes(one));
}

function renameReferences(draft: TypeDraft, from: string, to: string): TypeDraft {
  if (from === to) return draft;
  const rename = (name: string): string => (name === from ? to : name);
  return {
    ...draft,
    title: rename(draft.title),
    key: rename(draft.key),
    template: withRenamedMember(draft.template, from, to),
    unique: draft.unique.map((names) => names.map(rename)),
    fields: draft.fields.map((field) => mapCondition(field, from, to))
  };
}

/** The field with its condition on another one renamed, or taken away. */
function mapCondition(field: FieldDraft, name: string, to: string | undefined): FieldDraft {
  const {when} = field.schema["x-lakebook"] ?? {};
  if (when?.field !== name) return field;
  const next = to === undefined ? undefined : {...when, field: to};
  return {...field, schema: withHints(field.schema, {when: next})};
}
