import {toText} from "../lib/text.ts";
import {toUniqueNames} from "../lib/unique-names.ts";
import type {Value} from "../model/column.ts";
import type {EntryType} from "../model/entry-type.ts";
import type {Entry} from "../model/entry.ts";
import type {FieldSchema} from "../model/schema.ts";
import type {DataType} from "../model/table.ts";
import type {MirrorColumn} from "./mirror-tables.ts";

const MIN_BIGINT = -(2n ** 63n);
const MAX_BIGINT = 2n ** 63n - 1n;

/**
 * The columns of a type's relation: id, slug, title, then a column for each field, typed by the schema. A value that is
 * not of its field's type is null. A field whose name is taken (names differ by more than case in SQL) gets a number;
 * the title field is not there twice.
 */
export function toTypeColumns({schema, titleField}: EntryType): MirrorColumn<Entry>[] {
  const fixed: MirrorColumn<Entry>[] = [
    {name: "id", type: "VARCHAR", get: ({id}) => id},
    {name: "slug", type: "VARCHAR", get: ({slug}) => slug},
    {name: "title", type: "VARCHAR", get: ({title}) => title}
  ];
  const properties = Object.entries(schema.properties).filter(
    ([name, {type, format}]) =>
      !(name === "title" && titleField === "title" && type === "string" && format === undefined)
  );
  const names = toUniqueNames([
    ...fixed.map(({name}) => name),
    ...properties.map(([name]) => toColumnName(name))
  ]);
  return [
    ...fixed,
    ...properties.map(([field, property], i): MirrorColumn<Entry> => {
      const type = toDataType(property);
      const convert = toConverter(type);
      return {
        name: names[fixed.length + i]!,
        type,
        get: ({fields}) => {
          const value = Object.hasOwn(fields, field) ? fields[field] : null;
          return value === null || value === undefined ? null : convert(value);
        }
      };
    })
  ];
}

/** SQL has no column without a name, and none with a zero in it. */
function toColumnName(field: string): string {
  const name = field.replaceAll("\0", "");
  return name === "" ? "field" : name;
}

/** The SQL type that holds a field: groups, and lists of them, are JSON text. */
function toDataType({type, format, items}: FieldSchema): DataType {
  switch (toSingle(type)) {
    case "integer":
      return "BIGINT";
    case "number":
      return "DOUBLE";
    case "boolean":
      return "BOOLEAN";
    case "array": {
      const item = items && toSingle(items.type);
      return item === undefined || item === "array" || item === "object"
        ? "VARCHAR"
        : {list: toDataType(items!)};
    }
    case "string":
      return format === "date" ? "DATE" : format === "date-time" ? "TIMESTAMP" : "VARCHAR";
    default:
      return "VARCHAR";
  }
}

/** Of several types (`["string", "null"]`, as other tools write) the one that is not null; none where there are more. */
function toSingle(type: unknown): string | undefined {
  const types = (Array.isArray(type) ? (type as string[]) : [type as string]).filter(
    (one) => one !== "null"
  );
  return types.length === 1 ? types[0] : undefined;
}

function toConverter(type: DataType): (value: unknown) => Value {
  if (typeof type === "object" && "list" in type) {
    const convert = toConverter(type.list);
    return (value) =>
      Array.isArray(value) ? value.map((item) => (item === null ? null : convert(item))) : null;
  }
  switch (type) {
    case "BIGINT":
      return toInteger;
    case "DOUBLE":
      return toNumber;
    case "BOOLEAN":
      return (value) => (typeof value === "boolean" ? value : null);
    case "DATE":
      return (value) => toDate(value, /^\d{4}-\d\d-\d\d$/);
    case "TIMESTAMP":
      return (value) =>
        toDate(value, /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/);
    default:
      return toText;
  }
}

/** Whole numbers, also as text: that is how those are kept that JavaScript cannot hold exactly. */
function toInteger(value: unknown): Value {
  if (typeof value === "number") return Number.isSafeInteger(value) ? value : null;
  if (typeof value !== "string" || !/^-?\d{1,19}$/.test(value)) return null;
  const integer = BigInt(value);
  return integer >= MIN_BIGINT && integer <= MAX_BIGINT ? integer : null;
}

function toNumber(value: unknown): Value {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value.trim() === "") return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** A date of the calendar (no 30th of February); a time without a zone is in UTC, as all times in the lake. */
function toDate(value: unknown, pattern: RegExp): Value {
  if (typeof value !== "string" || !pattern.test(value)) return null;
  const day = value.slice(0, "2024-01-01".length);
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/.test(value.slice(day.length));
  const date = new Date(
    value.length === day.length || hasZone ? value : `${value.replace(" ", "T")}Z`
  );
  const midnight = new Date(day);
  const isReal = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
  return isReal && !Number.isNaN(date.getTime()) ? date : null;
}
