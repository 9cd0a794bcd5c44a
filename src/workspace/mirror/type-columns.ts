import {toUniqueNames} from "../../lib/unique-names.ts";
import type {Value} from "../../model/column.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Entry} from "../../model/entry.ts";
import type {FieldSchema} from "../../model/schema.ts";
import type {DataType} from "../../model/table.ts";
import {toFieldColumn} from "./field-columns.ts";

/** What a column of a type's relation shows. */
export type ColumnRole =
  | "id"
  | "slug"
  | "title"
  /** The entry's own type, where the relation has entries of types that extend it. */
  | "type"
  | "field"
  /** The titles of what edges lead to. */
  | "reference"
  /** What an SQL expression gives. */
  | "computed"
  | "tags"
  | "created"
  | "updated";

/** A column of a type's relation in the schema `ws`. */
export interface TypeColumn {
  /** The name in SQL. */
  readonly name: string;
  /** Of computed columns the engine knows better. */
  readonly type: DataType;
  readonly role: ColumnRole;
  /** The field that it shows, and what is said of it. */
  readonly field?: string;
  readonly schema?: FieldSchema;
  /** The value for an entry; null for what only SQL knows. */
  readonly get: (entry: Entry) => Value;
}

const TEXTS: DataType = {list: "VARCHAR"};

const ID: TypeColumn = {name: "id", role: "id", type: "VARCHAR", get: ({id}) => id};
const SLUG: TypeColumn = {name: "slug", role: "slug", type: "VARCHAR", get: ({slug}) => slug};
const TITLE: TypeColumn = {name: "title", role: "title", type: "VARCHAR", get: ({title}) => title};
const TYPE: TypeColumn = {name: "type", role: "type", type: "VARCHAR", get: ({type}) => type};
const LAST: readonly TypeColumn[] = [
  {name: "tags", role: "tags", type: TEXTS, get: ({tags}) => tags},
  {
    name: "created",
    role: "created",
    type: "TIMESTAMP",
    get: ({created}) => new Date(created)
  },
  {
    name: "updated",
    role: "updated",
    type: "TIMESTAMP",
    get: ({updated}) => new Date(updated)
  }
];

/**
 * The columns of a type's relation: id, slug, title, the type where others extend it (`isParent`), a column for each
 * field of the type and of those that it extends (`type` is resolved), then tags and times. A field whose name is taken
 * (names differ by more than case in SQL) gets a number; the title field is not there twice.
 */
export function toTypeColumns(
  {schema, titleField, titleTemplate}: EntryType,
  {isParent = false}: {isParent?: boolean} = {}
): TypeColumn[] {
  const isTitle = (name: string, {type, format}: FieldSchema): boolean =>
    name === "title" &&
    titleField === "title" &&
    titleTemplate === undefined &&
    type === "string" &&
    format === undefined;
  const fields = Object.entries(schema.properties)
    .filter(([name, field]) => !isTitle(name, field))
    .map(([name, field]) => toColumn(name, field));
  const columns = [ID, SLUG, TITLE, ...(isParent ? [TYPE] : []), ...fields, ...LAST];
  const names = toUniqueNames(columns.map(({name}) => name));
  return columns.map((column, i) => ({...column, name: names[i]!}));
}

/** Whether the entries themselves have the column's values. */
export function isKept({role}: TypeColumn): boolean {
  return role !== "reference" && role !== "computed";
}

function toColumn(field: string, schema: FieldSchema): TypeColumn {
  const {edge, sql} = schema["x-lakebook"] ?? {};
  const named = {name: toColumnName(field), field, schema};
  if (edge)
    return {...named, role: "reference", type: edge.many ? TEXTS : "VARCHAR", get: () => null};
  if (sql !== undefined) return {...named, role: "computed", type: "VARCHAR", get: () => null};
  const {type, convert} = toFieldColumn(schema);
  return {
    ...named,
    role: "field",
    type,
    get: ({fields}) => {
      const value = Object.hasOwn(fields, field) ? fields[field] : null;
      return value === null || value === undefined ? null : convert(value);
    }
  };
}

/** SQL has no column without a name, and none with a zero in it. */
function toColumnName(field: string): string {
  const name = field.replaceAll("\0", "");
  return name === "" ? "field" : name;
}
