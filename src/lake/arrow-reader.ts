import type {Vector} from "apache-arrow";
import {DataType, Precision, TimeUnit} from "apache-arrow";
import type {Column, Value} from "../model/column.ts";
import type {ColumnReader} from "../model/query-result.ts";

const MS_PER_DAY = 86_400_000;

/** The type of an Arrow field as DuckDB writes it. */
export function toDuckType(type: DataType): string {
  if (DataType.isInt(type)) return `${type.isSigned ? "" : "U"}${INTEGER_NAMES[type.bitWidth]}`;
  if (DataType.isFloat(type)) return type.precision === Precision.SINGLE ? "FLOAT" : "DOUBLE";
  if (DataType.isBool(type)) return "BOOLEAN";
  // a HUGEINT travels as the widest decimal without a fraction
  if (DataType.isDecimal(type))
    return type.precision === 38 && type.scale === 0
      ? "HUGEINT"
      : `DECIMAL(${type.precision},${type.scale})`;
  if (DataType.isDate(type)) return "DATE";
  if (DataType.isTimestamp(type)) return type.timezone ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP";
  if (DataType.isTime(type)) return "TIME";
  if (DataType.isInterval(type) || DataType.isDuration(type)) return "INTERVAL";
  if (DataType.isBinary(type) || DataType.isLargeBinary(type) || DataType.isFixedSizeBinary(type))
    return "BLOB";
  if (DataType.isDictionary(type)) return toDuckType(type.dictionary as DataType);
  if (DataType.isMap(type)) {
    const [key, value] = (type.children[0]!.type as DataType).children;
    return `MAP(${toDuckType(key!.type as DataType)}, ${toDuckType(value!.type as DataType)})`;
  }
  if (DataType.isList(type)) return `${toDuckType(type.valueType as DataType)}[]`;
  if (DataType.isFixedSizeList(type))
    return `${toDuckType(type.valueType as DataType)}[${type.listSize}]`;
  if (DataType.isStruct(type)) {
    return `STRUCT(${type.children.map((field) => `"${field.name}" ${toDuckType(field.type as DataType)}`).join(", ")})`;
  }
  return "VARCHAR";
}

const INTEGER_NAMES: Readonly<Record<number, string>> = {
  8: "TINYINT",
  16: "SMALLINT",
  32: "INTEGER",
  64: "BIGINT"
};

/** A column of an Arrow table as typed plain values, decoded one by one. */
export function toArrowReader(vector: Vector): ColumnReader {
  const decode = toDecoder(vector.type as DataType);
  return {
    length: vector.length,
    get(row) {
      const value: unknown = vector.get(row);
      return value === null || value === undefined ? null : decode(value);
    }
  };
}

export function toArrowColumn(name: string, vector: Vector): Column {
  return {name, type: toDuckType(vector.type as DataType)};
}

type Decoder = (value: unknown) => Value;

function toDecoder(type: DataType): Decoder {
  if (DataType.isInt(type))
    return type.bitWidth === 64
      ? (value) => toExactNumber(value as bigint)
      : (value) => value as number;
  if (DataType.isDecimal(type)) return (value) => toDecimal(value as Uint32Array, type.scale);
  if (DataType.isDate(type)) return (value) => new Date(Number(value));
  if (DataType.isTimestamp(type)) return (value) => new Date(Number(value));
  if (DataType.isTime(type)) return toTimeDecoder(type.unit);
  if (DataType.isInterval(type)) return (value) => toIntervalText(value as Int32Array);
  if (DataType.isMap(type)) return toMapDecoder(type);
  if (DataType.isList(type) || DataType.isFixedSizeList(type)) {
    const decode = toDecoder(type.valueType as DataType);
    return (value) =>
      Array.from(value as Iterable<unknown>, (item) =>
        item === null || item === undefined ? null : decode(item)
      );
  }
  if (DataType.isStruct(type))
    return toStructDecoder(
      type.children.map((field) => [field.name, toDecoder(field.type as DataType)] as const)
    );
  if (DataType.isBinary(type) || DataType.isFixedSizeBinary(type))
    return (value) => (value as Uint8Array).slice();
  return (value) => value as Value;
}

/** A map's key as a property name: text as it is, what is not text as JSON writes it. */
function toKey(value: Value): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function toStructDecoder(decoders: readonly (readonly [string, Decoder])[]): Decoder {
  return (value) => {
    const row = value as Record<string, unknown>;
    return Object.fromEntries(
      decoders.map(([name, decode]) => [
        name,
        row[name] === null || row[name] === undefined ? null : decode(row[name])
      ])
    );
  };
}

function toMapDecoder(type: DataType): Decoder {
  const [key, item] = (type.children[0]!.type as DataType).children;
  const decodeKey = toDecoder(key!.type as DataType);
  const decodeItem = toDecoder(item!.type as DataType);
  return (value) =>
    Object.fromEntries(
      Array.from(value as Iterable<[unknown, unknown]>, ([name, entry]) => [
        toKey(decodeKey(name)),
        entry === null || entry === undefined ? null : decodeItem(entry)
      ])
    );
}

/** An integer as a number where a number holds it exactly, else as it is. */
export function toExactNumber(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** A decimal of 128 bits, as four words of 32 bits, least first, in two's complement. */
function toDecimal(words: Uint32Array, scale: number): number | bigint {
  let integer = 0n;
  for (let i = words.length - 1; i >= 0; --i) integer = (integer << 32n) | BigInt(words[i]!);
  integer = BigInt.asIntN(words.length * 32, integer);
  if (scale === 0) return toExactNumber(integer);
  // by way of text: dividing by a power of ten would round twice
  const digits = (integer < 0n ? -integer : integer).toString().padStart(scale + 1, "0");
  return Number(`${integer < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`);
}

function toTimeDecoder(unit: TimeUnit): Decoder {
  const perSecond = {
    [TimeUnit.SECOND]: 1,
    [TimeUnit.MILLISECOND]: 1e3,
    [TimeUnit.MICROSECOND]: 1e6,
    [TimeUnit.NANOSECOND]: 1e9
  }[unit];
  return (value) => {
    const ticks = Number(value);
    const seconds = Math.floor(ticks / perSecond);
    const fraction = Math.round(((ticks % perSecond) / perSecond) * 1e6);
    const clock = new Date((seconds * 1000) % MS_PER_DAY).toISOString().slice(11, 19);
    return fraction === 0
      ? clock
      : `${clock}.${String(fraction).padStart(6, "0").replace(/0+$/, "")}`;
  };
}

/** Months, days and nanoseconds, as DuckDB prints an interval. */
function toIntervalText(value: Int32Array): string {
  const [months = 0, days = 0, low = 0, high = 0] = value;
  const micros = Number(((BigInt(high) << 32n) | BigInt(low >>> 0)) / 1000n);
  const parts = [
    count(Math.trunc(months / 12), "year"),
    count(months % 12, "month"),
    count(days, "day"),
    micros === 0 ? "" : `${micros < 0 ? "-" : ""}${toClock(Math.abs(micros))}`
  ].filter((part) => part !== "");
  return parts.join(" ") || "00:00:00";
}

function count(n: number, unit: string): string {
  return n === 0 ? "" : `${n} ${unit}${Math.abs(n) === 1 ? "" : "s"}`;
}

function toClock(micros: number): string {
  const seconds = Math.floor(micros / 1e6);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((n) => String(n).padStart(2, "0"))
    .join(":");
  const fraction = micros % 1e6;
  return fraction === 0
    ? clock
    : `${clock}.${String(fraction).padStart(6, "0").replace(/0+$/, "")}`;
}
