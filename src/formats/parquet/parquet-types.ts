import type {SchemaElement, TimeUnit} from "hyparquet";
import type {Value} from "../../model/column.ts";
import type {DataType} from "../../model/table.ts";
import {
  toDays,
  toDecimalText,
  toFloat16,
  toInstant,
  toIntervalText,
  toSignedInteger,
  toText,
  toTimeText,
  toUuidText
} from "./parquet-values.ts";

/** A column's type, and how a value as it lies in the file becomes one of it. */
export interface Decoder {
  readonly type: DataType;
  readonly decode: (value: unknown) => Value;
  /** What stands where the file has nothing: null, but for lists that are never null. */
  readonly missing?: Value;
}

/** Decimals of more digits are doubles in DuckDB. */
const MAX_DECIMAL_DIGITS = 38;
const MICROS: Readonly<Record<TimeUnit, (ticks: bigint) => bigint>> = {
  MILLIS: (ticks) => ticks * 1000n,
  MICROS: (ticks) => ticks,
  NANOS: (ticks) => ticks / 1000n
};

/** How values without children are read: the types are those that DuckDB's own reader gives. */
export function toLeafDecoder(element: SchemaElement): Decoder {
  const kind = element.logical_type?.type ?? element.converted_type;
  switch (kind) {
    case "DECIMAL":
      return toDecimalDecoder(element);
    case "DATE":
      return {type: "DATE", decode: toDays};
    case "TIME":
    case "TIME_MILLIS":
    case "TIME_MICROS":
      return toTimeDecoder(element);
    case "TIMESTAMP":
    case "TIMESTAMP_MILLIS":
    case "TIMESTAMP_MICROS":
      return toTimestampDecoder(element);
    case "UUID":
      return {type: {sql: "UUID", from: "VARCHAR"}, decode: toUuidText};
    case "FLOAT16":
      return {type: FLOAT, decode: toFloat16};
    case "INTERVAL":
      return {type: {sql: "INTERVAL", from: "VARCHAR"}, decode: toIntervalText};
    case "STRING":
    case "UTF8":
    case "ENUM":
    case "JSON":
      return {type: "VARCHAR", decode: toText};
    default:
      return toPlainDecoder(element);
  }
}

const FLOAT: DataType = {sql: "FLOAT", from: "DOUBLE"};

function toPlainDecoder(element: SchemaElement): Decoder {
  switch (element.type) {
    case "BOOLEAN":
      return {type: "BOOLEAN", decode: (value) => value as boolean};
    case "INT32":
    case "INT64":
      return toIntegerDecoder(element);
    case "INT96":
      return {type: "TIMESTAMP", decode: (value) => toInstant((value as bigint) / 1000n)};
    case "FLOAT":
      return {type: FLOAT, decode: (value) => value as number};
    case "DOUBLE":
      return {type: "DOUBLE", decode: (value) => value as number};
    default:
      return {type: "BLOB", decode: (value) => Uint8Array.from(value as Uint8Array)};
  }
}

function toIntegerDecoder({type, logical_type, converted_type}: SchemaElement): Decoder {
  const bits =
    logical_type?.type === "INTEGER"
      ? logical_type.bitWidth
      : Number(/\d+$/.exec(converted_type ?? "")?.[0] ?? (type === "INT32" ? 32 : 64));
  const isSigned =
    logical_type?.type === "INTEGER" ? logical_type.isSigned : !converted_type?.startsWith("UINT");
  if (bits === 64)
    return isSigned
      ? {type: "BIGINT", decode: toSignedInteger}
      : {
          type: {sql: "UBIGINT", from: "VARCHAR"},
          decode: (value) => String(BigInt.asUintN(64, BigInt(value as bigint)))
        };
  const name = bits === 8 ? "TINYINT" : bits === 16 ? "SMALLINT" : "INTEGER";
  return isSigned
    ? {type: {sql: name, from: "BIGINT"}, decode: (value) => value as number}
    : {
        type: {sql: `U${name}`, from: "BIGINT"},
        decode: (value) => ((value as number) >>> 0) % 2 ** bits
      };
}

function toDecimalDecoder(element: SchemaElement): Decoder {
  const {logical_type} = element;
  const {precision = 0, scale = 0} = logical_type?.type === "DECIMAL" ? logical_type : element;
  if (precision > MAX_DECIMAL_DIGITS)
    return {type: "DOUBLE", decode: (value) => Number(toDecimalText(value, scale))};
  return {
    type: {sql: `DECIMAL(${precision},${scale})`, from: "VARCHAR"},
    decode: (value) => toDecimalText(value, scale)
  };
}

function toTimeDecoder({logical_type, converted_type}: SchemaElement): Decoder {
  const {unit, isAdjustedToUTC} =
    logical_type?.type === "TIME"
      ? logical_type
      : {unit: toUnit(converted_type), isAdjustedToUTC: false};
  const toMicros = MICROS[unit];
  const decode = (value: unknown): string => toTimeText(toMicros(BigInt(value as number | bigint)));
  if (unit === "NANOS") return {type: "VARCHAR", decode: (value) => toTimeText(value as bigint, 9)};
  return isAdjustedToUTC
    ? {
        type: {sql: "TIME WITH TIME ZONE", from: "VARCHAR"},
        decode: (value) => `${decode(value)}+00`
      }
    : {type: {sql: "TIME", from: "VARCHAR"}, decode};
}

function toTimestampDecoder({logical_type, converted_type}: SchemaElement): Decoder {
  const {unit, isAdjustedToUTC} =
    logical_type?.type === "TIMESTAMP"
      ? logical_type
      : {unit: toUnit(converted_type), isAdjustedToUTC: false};
  const toMicros = MICROS[unit];
  if (unit === "NANOS" && !isAdjustedToUTC)
    return {
      type: {sql: "TIMESTAMP_NS", from: "VARCHAR"},
      decode: (value) => toNanosText(value as bigint)
    };
  return {
    type: isAdjustedToUTC ? "TIMESTAMPTZ" : "TIMESTAMP",
    decode: (value) => toInstant(toMicros(value as bigint))
  };
}

function toUnit(convertedType: string | undefined): TimeUnit {
  return convertedType?.endsWith("MICROS") ? "MICROS" : "MILLIS";
}

function toNanosText(nanos: bigint): string {
  const fraction = ((nanos % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
  const seconds = (nanos - fraction) / 1_000_000_000n;
  const text = new Date(Number(seconds) * 1000).toISOString().slice(0, 19).replace("T", " ");
  return `${text}.${String(fraction).padStart(9, "0")}`;
}
