import type {EntryType, FieldSchema} from "../src/index.ts";
import {InputError, toEntryType, toIdentifier, toLabel, toUnique} from "../src/index.ts";
import type {FieldKind} from "./field-kinds.ts";
import {toFieldKind, withFieldKind} from "./field-kinds.ts";
import {toPlural} from "./plural.ts";

/** A field of a type as somebody sets it up. */
export interface FieldDraft {
  /** The name that values are kept under; "" for a field that is new, which gets one from its label. */
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Of a choice, one a line. */
  readonly choices: string;
  /** The field's schema so far. */
  readonly schema: FieldSchema;
}

/** A type as somebody sets it up. */
export interface TypeDraft {
  /** The type that is changed; undefined for a new one. */
  readonly former: EntryType | undefined;
  readonly label: string;
  readonly plural: string;
  readonly fields: readonly FieldDraft[];
  /** The place in `fields` of the one that gives entries their title. */
  readonly title: number;
}

export const NEW_FIELD: FieldDraft = {
  name: "",
  label: "",
  kind: "text",
  required: false,
  choices: "",
  schema: {}
};

/** A new type starts with what nearly everything has: a name and some notes. */
export const NEW_TYPE: TypeDraft = {
  former: undefined,
  label: "",
  plural: "",
  fields: [
    {...NEW_FIELD, label: "Name", required: true},
    {...NEW_FIELD, label: "Notes", kind: "long"}
  ],
  title: 0
};

export function toTypeDraft(former: EntryType): TypeDraft {
  const {label, plural, schema, titleField} = former;
  const names = Object.keys(schema.properties);
  const fields = names.map((name): FieldDraft => {
    const field = schema.properties[name]!;
    return {
      name,
      label: field.title ?? toLabel(name),
      kind: toFieldKind(field),
      required: schema.required?.includes(name) ?? false,
      choices: field.enum?.join("\n") ?? "",
      schema: field
    };
  });
  return {former, label, plural, fields, title: Math.max(0, names.indexOf(titleField))};
}

/**
 * The type of a draft; `taken` are the names of the other types. Throws `InputError` where something is missing or
 * stands twice.
 */
export function fromTypeDraft(draft: TypeDraft, taken: ReadonlySet<string>): EntryType {
  const {former, fields, title} = draft;
  const label = draft.label.trim();
  if (label === "")
    throw new InputError("name is missing: say what one of these is called, such as “Book”");
  if (fields.length === 0) throw new InputError("fields are missing: a type has at least one");
  const names = new Set<string>();
  const named = fields.map((field) => {
    const name = toFieldName(field, names);
    names.add(name);
    return {...field, name};
  });
  const required = named.filter((field) => field.required).map(({name}) => name);
  const keyField = former?.keyField ?? null;
  return toEntryType({
    ...former,
    name: former?.name ?? toUnique(toIdentifier(label, "type"), (name) => taken.has(name)),
    label,
    plural: draft.plural.trim() || toPlural(label),
    schema: {
      ...former?.schema,
      type: "object",
      properties: Object.fromEntries(named.map((field) => [field.name, toSchema(field)])),
      required
    },
    titleField: named[title]?.name ?? named[0]!.name,
    keyField: keyField !== null && names.has(keyField) ? keyField : null
  });
}

function toFieldName({name, label}: FieldDraft, names: ReadonlySet<string>): string {
  if (label.trim() === "")
    throw new InputError("field name is missing: name the field, or remove it");
  if (name !== "") return name;
  return toUnique(toIdentifier(label, "field"), (one) => names.has(one));
}

function toSchema({name, label, kind, choices, schema}: FieldDraft): FieldSchema {
  // a label that follows from the name need not be kept
  const isOwn = schema.title !== undefined || label.trim() !== toLabel(name);
  const next = {...withFieldKind(schema, kind), ...(isOwn && {title: label.trim()})};
  if (kind !== "choice") return next;
  const texts = [...new Set(choices.split("\n").map((text) => text.trim()))].filter(Boolean);
  if (texts.length === 0)
    throw new InputError(`choices are missing: ${label.trim() || name}; write one a line`);
  // choices that were numbers stay numbers
  const known = new Map((schema.enum ?? []).map((choice) => [String(choice), choice]));
  return {...next, enum: texts.map((text) => known.get(text) ?? text)};
}
