import type {EntryType, ObjectSchema} from "../src/index.ts";
import {InputError, toEntryType, toIdentifier, toUnique} from "../src/index.ts";
import type {FieldDraft} from "./field-draft.ts";
import {createField, toFieldDrafts, toProperties} from "./field-draft.ts";
import {withKeywords} from "./field-kinds.ts";
import {toPlural} from "./plural.ts";

/** A type as somebody sets it up. Fields are referred to by their names; what no part tells stays in `schema`. */
export interface TypeDraft {
  /** The type that is changed; undefined for a new one. */
  readonly former: EntryType | undefined;
  /** The name in addresses and SQL; "" for one that follows from the label. */
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly help: string;
  /** The name of the type that this one extends; "" for none. */
  readonly parent: string;
  readonly isAbstract: boolean;
  readonly fields: readonly FieldDraft[];
  /** The field that gives entries their title; "" for what the extended type says, else for the first. */
  readonly title: string;
  /** A title of several fields; "" where one field is the title. */
  readonly template: string;
  /** The field that tells entries apart; "" for none. */
  readonly key: string;
  /** Sets of fields whose values no two entries share. */
  readonly unique: readonly (readonly string[])[];
  /** The schema so far. */
  readonly schema: ObjectSchema;
}

const EMPTY_TYPE: TypeDraft = {
  former: undefined,
  name: "",
  label: "",
  plural: "",
  help: "",
  parent: "",
  isAbstract: false,
  fields: [],
  title: "",
  template: "",
  key: "",
  unique: [],
  schema: {type: "object", properties: {}}
};

/** A new type starts with what nearly everything has: a name and some notes. */
export function createTypeDraft(): TypeDraft {
  return {
    ...EMPTY_TYPE,
    fields: [
      createField({name: "name", label: "Name", required: true}),
      createField({name: "notes", label: "Notes", kind: "long"})
    ],
    title: "name"
  };
}

/** A type as it is, to be changed; with `isNew`, as a type that is not there yet. */
export function toTypeDraft(type: EntryType, {isNew = false} = {}): TypeDraft {
  const {name, label, plural, schema, titleField, keyField} = type;
  const fields = toFieldDrafts(schema);
  return {
    former: isNew ? undefined : type,
    name,
    label,
    plural,
    help: type.help ?? "",
    parent: type.extends ?? "",
    isAbstract: type.abstract ?? false,
    fields: isNew ? fields.map((field) => ({...field, former: undefined})) : fields,
    title: titleField,
    template: type.titleTemplate ?? "",
    key: keyField ?? "",
    unique: type.unique ?? [],
    schema
  };
}

/**
 * The type of a draft; `taken` are the names of the other types. Throws `InputError` where something is missing or
 * stands twice.
 */
export function fromTypeDraft(draft: TypeDraft, taken: ReadonlySet<string>): EntryType {
  const {former, fields, parent, title, key} = draft;
  const label = draft.label.trim();
  if (label === "")
    throw new InputError("name is missing: say what one of these is called, such as “Book”");
  if (fields.length === 0 && parent === "")
    throw new InputError("fields are missing: a type has at least one");
  // of a type that extends another, title and key may be the other's
  const has = (name: string): boolean =>
    parent !== "" || fields.some((field) => field.name === name);
  const base = former ?? {version: 1};
  return toEntryType(
    withKeywords<Partial<EntryType> & Pick<EntryType, "name">>(
      {
        ...base,
        name: toName(draft, taken),
        label,
        plural: draft.plural.trim() || toPlural(label),
        schema: {...draft.schema, ...toProperties(fields, draft.schema)},
        titleField: has(title) ? title : fields[0]!.name,
        keyField: key !== "" && has(key) ? key : null
      },
      {
        extends: parent,
        abstract: draft.isAbstract || undefined,
        titleTemplate: draft.template.trim(),
        unique: draft.unique.filter((names) => names.length > 0),
        help: draft.help.trim()
      }
    )
  );
}

function toName({former, name, label}: TypeDraft, taken: ReadonlySet<string>): string {
  if (former) return former.name;
  return toUnique(name || toIdentifier(label, "type"), (one) => taken.has(one));
}
