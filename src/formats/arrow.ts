import type {Vector} from "apache-arrow";
import {DataType as ArrowType, tableFromIPC, util} from "apache-arrow";
import {toColumnNames} from "../lib/column-names.ts";
import type {Value} from "../model/column.ts";
import type {Format} from "../model/format.ts";
import type {DataColumn, DataType, Reading} from "../model/table.ts";
import {refuse, toRefusal} from "./refusal.ts";

/** Arrow's IPC format, as a file or as a stream (Feather version 2 is the file). */
export const arrow: Format = {
  name: "arrow",
  extensions: ["arrow", "arrows", "feather", "ipc"],
  read(bytes, {path}): Reading {
    try {
      const table = tableFromIPC(bytes);
      const {fields} = table.schema;
      if (fields.length === 0) return refuse(path, "no columns in it, or no Arrow file");
      const names = toColumnNames(fields.map(({name}) => name));
      const columns = names.map((name, i) => toDataColumn(name, table.getChildAt(i)!));
      return {tables: [{name: "", columns}], problems: []};
    } catch (error) {
      return refuse(path, `no Arrow file that can be read: ${toRefusal(error)}`);
    }
  }
};

interface Decoder {
  readonly type: DataType;
  readonly decode: (value: unknown) => Value;
}

function toDataColumn(name: string, vector: Vector): DataColumn {
  const {type, decode} = toDecoder(vector.type as ArrowType);
  const values = Array.from(vector as Iterable<unknown>, (value) => decodePresent(decode, value));
  return {name, type, values};
}

function decodePresent(decode: Decoder["decode"], value: unknown): Value {
  return value === null || value === undefined ? null : decode(value);
}

function toDecoder(type: ArrowType): Decoder {
  if (ArrowType.isDictionary(type)) return toDecoder(type.dictionary as ArrowType);
  if (ArrowType.isBool(type)) return {type: "BOOLEAN", decode: (value) => value as boolean};
  if (ArrowType.isInt(type)) return toIntegerDecoder(type.bitWidth, type.isSigned);
  if (ArrowType.isFloat(type)) return {type: "DOUBLE", decode: Number};
  if (ArrowType.isDecimal(type)) {
    const {scale} = type;
    return {type: "DOUBLE", decode: (value) => toDecimal(value, scale)};
  }
  if (ArrowType.isDate(type)) return {type: "DATE", decode: (value) => new Date(Number(value))};
  if (ArrowType.isTimestamp(type))
    return {type: type.timezone ? "TIMESTAMPTZ" : "TIMESTAMP", decode: toInstant};
  if (
    ArrowType.isBinary(type) ||
    ArrowType.isLargeBinary(type) ||
    ArrowType.isFixedSizeBinary(type)
  )
    return {type: "BLOB", decode: (value) => Uint8Array.from(value as Uint8Array)};
  if (ArrowType.isMap(type)) return toMapDecoder(type);
  if (ArrowType.isList(type) || ArrowType.isFixedSizeList(type))
    return toListDecoder(type.valueType as ArrowType);
  if (ArrowType.isStruct(type)) return toStructDecoder(type);
  return {type: "VARCHAR", decode: String};
}

/** Unsigned integers of 64 bits do not fit a BIGINT, and stay exact as text. */
function toIntegerDecoder(bitWidth: number, isSigned: boolean): Decoder {
  if (bitWidth === 64 && !isSigned) return {type: "VARCHAR", decode: String};
  return {type: "BIGINT", decode: (value) => value as number | bigint};
}

function toDecimal(value: unknown, scale: number): number {
  const digits = String(util.bigNumToBigInt(value as Parameters<typeof util.bigNumToBigInt>[0]));
  return Number(`${digits}e${-scale}`);
}

/** Arrow gives milliseconds, with a fraction where the column is finer. */
function toInstant(value: unknown): Value {
  const ms = Number(value);
  return Number.isInteger(ms) ? new Date(ms) : BigInt(Math.round(ms * 1000));
}

function toListDecoder(itemType: ArrowType): Decoder {
  const item = toDecoder(itemType);
  return {
    type: {list: item.type},
    decode: (value) =>
      Array.from(value as Iterable<unknown>, (entry) => decodePresent(item.decode, entry))
  };
}

function toStructDecoder(type: ArrowType): Decoder {
  const names = toColumnNames(type.children.map(({name}) => name));
  const fields = type.children.map((field) => toDecoder(field.type as ArrowType));
  if (fields.length === 0) return {type: "VARCHAR", decode: () => "{}"};
  return {
    type: {struct: Object.fromEntries(names.map((name, i) => [name, fields[i]!.type]))},
    decode(value) {
      const row = value as Readonly<Record<string, unknown>>;
      return Object.fromEntries(
        names.map((name, i) => [
          name,
          decodePresent(fields[i]!.decode, row[type.children[i]!.name])
        ])
      );
    }
  };
}

function toMapDecoder(type: ArrowType): Decoder {
  const [key, value] = (type.children[0]!.type as ArrowType).children;
  const item = toDecoder(value!.type as ArrowType);
  const name = toDecoder(key!.type as ArrowType);
  return {
    type: {list: {struct: {key: name.type, value: item.type}}},
    decode: (map) =>
      Array.from(map as Iterable<[unknown, unknown]>, ([k, v]) => ({
        key: decodePresent(name.decode, k),
        value: decodePresent(item.decode, v)
      }))
  };
}
