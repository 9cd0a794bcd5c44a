import type {EntryType, FieldSchema} from "../src/index.ts";
import {InputError, toEntryType, toIdentifier, toLabel, toUnique} from "../src/index.ts";
import {toPlural, toSingular} from "./plural.ts";

/** A column of a result on its way to be a field. */
export interface KeepColumn {
  readonly column: string;
  readonly isIncluded: boolean;
  /** The field's name. */
  readonly field: string;
  /** What the column's values are. */
  readonly schema: FieldSchema;
  /** True where no row lacks a value. */
  readonly isFull: boolean;
}

/** How rows shall become entries. */
export interface KeepPlan {
  /** The type that the entries get; undefined for a new one. */
  readonly type: EntryType | undefined;
  /** Of a new type: what one and what many are called. */
  readonly label: string;
  readonly plural: string;
  readonly columns: readonly KeepColumn[];
  /** The columns that name a row and tell it apart; of a type that is there, its own fields count. */
  readonly title: string;
  readonly key: string | null;
}

/** What is asked of the workspace. */
export interface KeepRequest {
  readonly type: EntryType;
  readonly columns: Readonly<Record<string, string | null>>;
}

/** The plan that what was inferred of a result suggests: into the type of that name where there is one. */
export function toKeepPlan(
  {label, plural, schema, titleField, keyField}: EntryType,
  type: EntryType | undefined
): KeepPlan {
  const columns = Object.entries(schema.properties).map(([column, field]): KeepColumn => ({
    column,
    isIncluded: true,
    field: column,
    schema: field,
    isFull: schema.required?.includes(column) ?? false
  }));
  return {type, label, plural, columns, title: titleField, key: keyField};
}

/** What rows of a table would be called: `freezers` gives `Freezer`, `Freezers`. */
export function toNames(table: string | undefined): {name: string; label: string; plural: string} {
  if (table === undefined) return {name: "", label: "", plural: ""};
  const name = toIdentifier(toSingular(table));
  const label = toLabel(name);
  return {name, label, plural: toPlural(label)};
}

/** The request of a plan; `taken` are the names of the types there are. Throws `InputError` where the plan cannot be. */
export function toKeepRequest(plan: KeepPlan, taken: ReadonlySet<string>): KeepRequest {
  const included = plan.columns.filter(({isIncluded}) => isIncluded);
  if (included.length === 0) throw new InputError("columns are missing: keep at least one");
  const unnamed = included.find(({field}) => field.trim() === "");
  if (unnamed)
    throw new InputError(
      `field name is missing: name the field of column ${unnamed.column}, or leave it out`
    );
  const columns = Object.fromEntries(
    plan.columns.map(({column, isIncluded, field}) => [column, isIncluded ? field.trim() : null])
  );
  return {columns, type: plan.type ?? toNewType(plan, included, columns, taken)};
}

/** The fields that keeping would add to the type that is there. */
export function toAddedFields({type, columns}: KeepPlan): string[] {
  if (!type) return [];
  return columns
    .filter(
      ({isIncluded, field}) => isIncluded && !Object.hasOwn(type.schema.properties, field.trim())
    )
    .map(({field}) => field.trim());
}

function toNewType(
  {label, plural, title, key}: KeepPlan,
  included: readonly KeepColumn[],
  columns: Readonly<Record<string, string | null>>,
  taken: ReadonlySet<string>
): EntryType {
  const one = label.trim();
  if (one === "")
    throw new InputError("name is missing: say what one of these is called, such as “Freezer”");
  const name = toUnique(toIdentifier(one, "type"), (name) => taken.has(name));
  const required = included.filter(({isFull}) => isFull).map(({field}) => field.trim());
  return toEntryType({
    name,
    label: one,
    plural: plural.trim() || toPlural(one),
    schema: {
      type: "object",
      properties: Object.fromEntries(included.map(({field, schema}) => [field.trim(), schema])),
      ...(required.length > 0 && {required})
    },
    titleField: columns[title] ?? included[0]!.field.trim(),
    keyField: key === null ? null : (columns[key] ?? null)
  });
}
