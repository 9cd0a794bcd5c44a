import type {Vector} from "apache-arrow";
import {
  DataType as ArrowType,
  CompressionType,
  TimeUnit,
  compressionRegistry,
  tableFromIPC,
  util
} from "apache-arrow";
import {decompressZstd} from "hyparquet-compressors";
import {toColumnNames} from "../lib/column-names.ts";
import type {Value} from "../model/column.ts";
import type {Format} from "../model/format.ts";
import type {DataColumn, DataType, Reading} from "../model/table.ts";
import {toSqlType} from "../model/table.ts";
import {toJsonText} from "./json-write.ts";
import {toDecimalText, toTimeText} from "./parquet/parquet-values.ts";
import {refuse, toRefusal} from "./refusal.ts";

compressionRegistry.set(CompressionType.ZSTD, {decode: (bytes) => decompressZstd(bytes)});

/** DuckDB's decimals have no more digits. */
const MAX_DECIMAL_DIGITS = 38;
const DIGITS: Readonly<Record<TimeUnit, number>> = {
  [TimeUnit.SECOND]: 0,
  [TimeUnit.MILLISECOND]: 3,
  [TimeUnit.MICROSECOND]: 6,
  [TimeUnit.NANOSECOND]: 9
};

/** Arrow's IPC format, as a file or as a stream (Feather version 2 is the file); its buffers plain or by Zstandard. */
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
      const reason = toRefusal(error);
      return refuse(
        path,
        reason.includes("codec not found")
          ? 'compressed by LZ4, which is not read: write it with compression "zstd" or "uncompressed"'
          : `no Arrow file that can be read: ${reason}`
      );
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
  if (ArrowType.isDecimal(type)) return toDecimalDecoder(type.precision, type.scale);
  if (ArrowType.isTime(type)) {
    const digits = DIGITS[type.unit];
    return {
      type: {sql: "TIME", from: "VARCHAR"},
      decode: (value) => toTimeText(BigInt(value as number | bigint), digits)
    };
  }
  if (ArrowType.isDuration(type)) {
    const factor = 10 ** (6 - DIGITS[type.unit]);
    return {
      type: {sql: "INTERVAL", from: "VARCHAR"},
      decode: (value) => `${Math.round(Number(value) * factor)} microseconds`
    };
  }
  if (ArrowType.isDate(type)) return {type: "DATE", decode: (value) => new Date(Number(value))};
  if (ArrowType.isTimestamp(type))
    return {type: type.timezone ? "TIMESTAMPTZ" : "TIMESTAMP", decode: toInstant};
  if (
    ArrowType.isBinary(type) ||
    ArrowType.isLargeBinary(type) ||
    ArrowType.isBinaryView(type) ||
    ArrowType.isFixedSizeBinary(type)
  )
    return {type: "BLOB", decode: (value) => Uint8Array.from(value as Uint8Array)};
  if (ArrowType.isMap(type)) return toMapDecoder(type);
  if (ArrowType.isList(type) || ArrowType.isLargeList(type) || ArrowType.isFixedSizeList(type))
    return toListDecoder(type.valueType as ArrowType);
  if (ArrowType.isStruct(type)) return toStructDecoder(type);
  return {
    type: "VARCHAR",
    decode: (value) => (typeof value === "string" ? value : toJsonText(value))
  };
}

function toIntegerDecoder(bitWidth: number, isSigned: boolean): Decoder {
  if (bitWidth === 64 && !isSigned)
    return {type: {sql: "UBIGINT", from: "VARCHAR"}, decode: String};
  return {type: "BIGINT", decode: (value) => value as number | bigint};
}

function toDecimalDecoder(precision: number, scale: number): Decoder {
  const decode = (value: unknown): string =>
    toDecimalText(
      util.bigNumToBigInt(value as Parameters<typeof util.bigNumToBigInt>[0]),
      Math.max(0, scale)
    );
  return precision > MAX_DECIMAL_DIGITS || scale < 0
    ? {type: "DOUBLE", decode: (value) => Number(decode(value)) * 10 ** Math.max(0, -scale)}
    : {type: {sql: `DECIMAL(${precision},${scale})`, from: "VARCHAR"}, decode};
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
  const name = toDecoder(key!.type as ArrowType);
  const item = toDecoder(value!.type as ArrowType);
  const entries = {map: item.type};
  return {
    type:
      name.type === "VARCHAR"
        ? entries
        : {sql: `MAP(${toSqlType(name.type)}, ${toSqlType(item.type)})`, from: entries},
    decode: (map) =>
      Array.from(map as Iterable<[unknown, unknown]>, ([k, v]): Value => [
        toKeyText(name.decode(k)),
        decodePresent(item.decode, v)
      ])
  };
}

/** A key as text that the engine casts to the type of keys. */
function toKeyText(key: Value): string {
  if (key instanceof Date) return key.toISOString().replace("T", " ").replace("Z", "");
  return typeof key === "object" ? toJsonText(key) : String(key);
}
