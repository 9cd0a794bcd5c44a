import type {EdgeKind, EntryType, FieldSchema} from "../src/index.ts";
import type {FieldDraft} from "./field-draft.ts";
import {resolveType} from "../src/index.ts";
import type {TypeDraft} from "./type-draft.ts";

/** What the parts of the type editor know of the rest. */
export interface TypeContext {
  readonly types: readonly EntryType[];
  readonly kinds: readonly EdgeKind[];
  /** The type's name; "" where it has none yet. */
  readonly type: string;
  /** The names and labels of all fields, those of extended types first. */
  readonly fields: readonly {readonly name: string; readonly label: string}[];
  /** Says what is wrong with an SQL expression over the type's relation, and where; undefined where nothing is. */
  readonly checkSql: ((sql: string) => Promise<SqlProblem | undefined>) | undefined;
  /** Lets somebody make a kind of edge; gives it, or undefined where none was made. */
  readonly makeKind: (() => Promise<EdgeKind | undefined>) | undefined;
}

/** For fields that stand in no type, as those of edges. */
export const NO_CONTEXT: TypeContext = {
  types: [],
  kinds: [],
  type: "",
  fields: [],
  checkSql: undefined,
  makeKind: undefined
};

export interface SqlProblem {
  readonly message: string;
  /** The offset in the expression, in UTF-16 units. */
  readonly offset: number | undefined;
}

/** A field that a type has from one that it extends. */
export interface InheritedField {
  readonly name: string;
  readonly schema: FieldSchema;
  readonly required: boolean;
  /** The type that says so. */
  readonly origin: EntryType;
}

/** The fields of the types that a draft extends, the farthest first; none where one of them is not there. */
export function toInherited(
  {parent}: Pick<TypeDraft, "parent">,
  types: readonly EntryType[]
): InheritedField[] {
  const byName = new Map(types.map((type) => [type.name, type]));
  const found = new Map<string, InheritedField>();
  const lineage: EntryType[] = [];
  for (
    let type = byName.get(parent);
    type && !lineage.includes(type);
    type = byName.get(type.extends ?? "")
  )
    lineage.unshift(type);
  for (const origin of lineage)
    for (const [name, schema] of Object.entries(origin.schema.properties))
      found.set(name, {
        name,
        schema,
        origin,
        required:
          (found.get(name)?.required ?? false) || (origin.schema.required ?? []).includes(name)
      });
  return [...found.values()];
}

/** The type with all that it inherits, where that is there. */
export function toWhole(type: EntryType, types: readonly EntryType[]): EntryType {
  const byName = new Map(types.map((one) => [one.name, one]));
  return byName.has(type.extends ?? "") ? resolveType(type, byName.set(type.name, type)) : type;
}

/** The field that a context's list names, by label. */
export function toFieldChoices(
  fields: readonly FieldDraft[],
  inherited: readonly InheritedField[],
  toLabel: (name: string) => string
): TypeContext["fields"] {
  const own = new Set(fields.map(({name}) => name));
  return [
    ...inherited
      .filter(({name}) => !own.has(name))
      .map(({name, schema}) => ({name, label: schema.title ?? toLabel(name)})),
    ...fields.map(({name, label}) => ({name, label: label.trim() || name}))
  ];
}
