import type {FieldSchema} from "../src/index.ts";
import {InputError, toLabel} from "../src/index.ts";
import type {FieldKind} from "./field-kinds.ts";
import {toFieldKind, withFieldKind} from "./field-kinds.ts";

/** A field as somebody sets it up. What its parts do not tell stays in `schema`, as it was. */
export interface FieldDraft {
  /** Tells fields apart while names change. */
  readonly id: string;
  /** The name that values are kept under. */
  readonly name: string;
  /** The name that values are kept under so far; undefined for a field that is new. */
  readonly former: string | undefined;
  readonly label: string;
  readonly required: boolean;
  readonly schema: FieldSchema;
  /** Of a choice, one a line. */
  readonly choices: string;
  /** Of a group. */
  readonly fields: readonly FieldDraft[];
  /** Of a list: what it is a list of. */
  readonly item: FieldDraft | undefined;
}

/** Drafts that outlive a reload meet fields of another count. */
const ID_PREFIX = Math.random().toString(36).slice(2);
let lastId = 0;

/** A field that is new: without a name of its own it gets one from its label. */
export function createField(
  given: Partial<FieldDraft> & {readonly kind?: FieldKind} = {}
): FieldDraft {
  const {kind = "text", ...rest} = given;
  const schema = withFieldKind({}, kind);
  return {
    name: "",
    former: undefined,
    label: "",
    required: false,
    schema,
    choices: "",
    fields: [],
    item: kind === "list" ? createField() : undefined,
    ...rest,
    id: `${ID_PREFIX}-${++lastId}`
  };
}

/** The fields of a schema, in its order. */
export function toFieldDrafts({properties = {}, required = []}: FieldSchema): FieldDraft[] {
  return Object.entries(properties).map(([name, schema]) => ({
    ...toFieldDraft(schema),
    name,
    former: name,
    label: schema.title ?? toLabel(name),
    required: required.includes(name)
  }));
}

function toFieldDraft(schema: FieldSchema): FieldDraft {
  const kind = toFieldKind(schema);
  return createField({
    kind,
    schema,
    choices: (kind === "choices" ? schema.items?.enum : schema.enum)?.join("\n") ?? "",
    fields: kind === "group" ? toFieldDrafts(schema) : [],
    item: kind === "list" ? toFieldDraft(schema.items ?? {}) : undefined
  });
}

/** The field with another kind: its choices, fields or items begin as the kind begins. */
export function withDraftKind(field: FieldDraft, kind: FieldKind): FieldDraft {
  return {
    ...field,
    schema: withFieldKind(field.schema, kind),
    fields: kind === "group" ? field.fields : [],
    item: kind === "list" ? (field.item ?? createField()) : undefined
  };
}

/** Throws `InputError` where something is missing. */
export function toFieldSchema(field: FieldDraft): FieldSchema {
  const {name, label, schema} = field;
  // a label that follows from the name need not be kept
  const isOwn = schema.title !== undefined || label.trim() !== toLabel(name);
  return {...toValueSchema(field, label.trim() || name), ...(isOwn && {title: label.trim()})};
}

function toValueSchema(field: FieldDraft, label: string): FieldSchema {
  const {schema, item, fields} = field;
  const kind = toFieldKind(schema);
  switch (kind) {
    case "choice":
      return {...schema, enum: toChoices(field.choices, schema.enum, label)};
    case "choices": {
      const items = {...schema.items, enum: toChoices(field.choices, schema.items?.enum, label)};
      return {...schema, items};
    }
    case "list":
      return item && hasItems(schema, item)
        ? {...schema, items: toValueSchema(item, label)}
        : schema;
    case "group":
      return {...schema, ...toProperties(fields, schema)};
    case "reference":
      if (!schema["x-lakebook"]?.edge)
        throw new InputError(`edge kind is missing: ${label}; choose what joins the entries`);
      return schema;
    case "computed":
      if (!schema["x-lakebook"]?.sql?.trim())
        throw new InputError(`expression is missing: ${label}; write it in SQL`);
      return schema;
    default:
      return schema;
  }
}

/** A list that says nothing of its items need not begin to. */
function hasItems(schema: FieldSchema, item: FieldDraft): boolean {
  return schema.items !== undefined || Object.keys(item.schema).length > 0;
}

/** What fields make of the object that has them; `former` is how it was. Throws `InputError`. */
export function toProperties(
  fields: readonly FieldDraft[],
  former: FieldSchema
): Pick<FieldSchema, "properties" | "required"> {
  const nameless = fields.find(({label}) => label.trim() === "");
  if (nameless) throw new InputError("field name is missing: name the field, or remove it");
  const own = new Set([...fields.map(({name}) => name), ...Object.keys(former.properties ?? {})]);
  // a name that is required and stands elsewhere (in an extended type) is none of these fields'
  const required = [
    ...(former.required ?? []).filter((name) => !own.has(name)),
    ...fields.filter((field) => field.required).map(({name}) => name)
  ];
  return {
    properties: Object.fromEntries(fields.map((field) => [field.name, toFieldSchema(field)])),
    ...((required.length > 0 || former.required) && {
      required: inOrder(required, former.required ?? [])
    })
  };
}

/** Names in the order that they had; new ones last. */
function inOrder(names: readonly string[], former: readonly string[]): string[] {
  const kept = former.filter((name) => names.includes(name));
  return [...kept, ...names.filter((name) => !former.includes(name))];
}

function toChoices(
  text: string,
  former: FieldSchema["enum"],
  label: string
): NonNullable<FieldSchema["enum"]> {
  const texts = [...new Set(text.split("\n").map((line) => line.trim()))].filter(Boolean);
  if (texts.length === 0) throw new InputError(`choices are missing: ${label}; write one a line`);
  // choices that were numbers stay numbers
  const known = new Map((former ?? []).map((choice) => [String(choice), choice]));
  return texts.map((line) => known.get(line) ?? line);
}
