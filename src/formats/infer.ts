import {toUniqueNames} from "../lib/unique-names.ts";
import type {Value} from "../model/column.ts";
import type {DataType} from "../model/table.ts";
import {toJsonText} from "./json-write.ts";
import {toMoment} from "./moment.ts";
import {Shape} from "./shape.ts";

/** From so many different keys on, an object inside of a record may be a map instead of a struct. */
const MAX_STRUCT_KEYS = 64;
/** A struct's objects have at least this share of all its keys, or they are maps. */
const MIN_KEY_SHARE = 0.25;
/** So many keys that look like data, and nothing else, are no names of fields. */
const MIN_DATA_KEYS = 3;
const DATA_KEY = /^(?:\d+|\d{4}-\d\d(?:-\d\d.*)?|[\da-f]{8}-[\da-f]{4}-[\da-f-]{22})$/i;

/** A type, and how a value of the source becomes a value of it. */
export interface Inferred {
  readonly type: DataType;
  readonly convert: (value: unknown) => Value;
}

/**
 * The one type that holds all values that a shape has seen. What does not go together is VARCHAR, in which texts
 * stand as they are and anything else as JSON; an object with ever other keys is a map.
 */
export function inferType(shape: Shape): Inferred {
  const [kind, ...others] = shape.kinds;
  if (others.length > 0) return TEXT;
  switch (kind) {
    case "boolean":
      return present("BOOLEAN", (value) => value === true || value === "true");
    case "number":
      return inferNumber(shape);
    case "moment":
      return inferMoment(shape);
    case "bytes":
      return present("BLOB", (value) => value as Uint8Array);
    case "list":
      return inferList(shape.item!);
    case "struct":
      return isMap(shape) ? inferMap(shape) : inferStruct(shape);
    default:
      return TEXT;
  }
}

const TEXT: Inferred = {
  type: "VARCHAR",
  convert(value) {
    if (value === null || value === undefined) return null;
    if (value instanceof Date) return toDateText(value);
    return typeof value === "string" ? value : toJsonText(value);
  }
};

/** A day without its time, a moment as SQL writes it. */
function toDateText(date: Date): string {
  const text = date
    .toISOString()
    .replace("T", " ")
    .replace(/(?:\.000)?Z$/, "");
  return text.replace(/ 00:00:00$/, "");
}

/** Of a column that holds no text, an empty text is no value. */
function present(type: DataType, convert: (value: unknown) => Value): Inferred {
  return {
    type,
    convert: (value) =>
      value === null || value === undefined || value === "" ? null : convert(value)
  };
}

function inferNumber({double, long, huge}: Shape): Inferred {
  if (huge || (long && double)) return TEXT;
  if (double) return present("DOUBLE", Number);
  if (long) return present("BIGINT", (value) => toInteger(BigInt(value as string | number)));
  return present("BIGINT", Number);
}

function toInteger(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** Days and moments go together; moments with an offset and such without do not, since which clock they mean is unknown. */
function inferMoment({moments}: Shape): Inferred {
  if (moments.has("TIMESTAMPTZ") && moments.size > 1) return TEXT;
  const type = moments.has("TIMESTAMP")
    ? "TIMESTAMP"
    : moments.has("TIMESTAMPTZ")
      ? "TIMESTAMPTZ"
      : "DATE";
  return present(type, (value) => (value instanceof Date ? value : toMoment(value as string)));
}

function inferList(shape: Shape): Inferred {
  const {type, convert} = inferType(shape);
  return present({list: type}, (value) => (value as readonly unknown[]).map(convert));
}

function inferStruct({fields}: Shape): Inferred {
  const keys = [...fields!.keys()];
  if (keys.length === 0) return TEXT;
  const names = toUniqueNames(keys.map((key) => key || "_"));
  const inferred = keys.map((key) => inferType(fields!.get(key)!));
  const type = {struct: Object.fromEntries(names.map((name, i) => [name, inferred[i]!.type]))};
  return present(type, (value) => {
    const object = value as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
      names.map((name, i) => [name, inferred[i]!.convert(getOwn(object, keys[i]!))])
    );
  });
}

/** True of objects that have ever other keys, or keys that are data themselves (days, numbers, ids), for values of one kind. */
function isMap({fields, objects, fieldCount}: Shape): boolean {
  const size = fields!.size;
  const share = fieldCount / objects / size;
  if (size > MAX_STRUCT_KEYS && share < MIN_KEY_SHARE) return true;
  const kinds = new Set(Array.from(fields!.values(), (field) => [...field.kinds].join()));
  kinds.delete("");
  if (kinds.size > 1) return false;
  return size >= MIN_DATA_KEYS && Array.from(fields!.keys()).every((key) => DATA_KEY.test(key));
}

function inferMap({fields}: Shape): Inferred {
  const shape = new Shape();
  for (const field of fields!.values()) shape.merge(field);
  const {type, convert} = inferType(shape);
  return present({map: type}, (value) =>
    Object.entries(value as object).map(([key, field]) => [key, convert(field)])
  );
}

/** A field of an object that a file made: `constructor` and the like are fields only where the file has them. */
export function getOwn(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
