import type {DuckDBValue} from "@duckdb/node-api";
import {
  DuckDBArrayValue,
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBGeometryValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBUnionValue,
  DuckDBVariantValue
} from "@duckdb/node-api";
import type {Value} from "../model/column.ts";

const DAY_MS = 86_400_000;
const MAX_DATE_MS = 8.64e15;
/** Scaled integers and powers of ten up to here are exact as doubles, so that their quotient is the nearest double. */
const MAX_EXACT_SCALE = 22;

/** A value of the native binding as plain JavaScript (see `Value`). A date that JavaScript cannot hold, such as infinity, is text. */
export function toValue(value: DuckDBValue): Value {
  if (typeof value === "bigint") return toInteger(value);
  if (value === null || typeof value !== "object") return value;
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue)
    return toDate(Number(value.micros / 1000n), value);
  if (value instanceof DuckDBDateValue) return toDate(value.days * DAY_MS, value);
  if (value instanceof DuckDBDecimalValue) return toDecimal(value);
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue)
    return value.items.map(toValue);
  if (value instanceof DuckDBStructValue) return toObject(Object.entries(value.entries));
  if (value instanceof DuckDBMapValue)
    return toObject(value.entries.map(({key, value}) => [toKey(key), value]));
  if (value instanceof DuckDBBlobValue || value instanceof DuckDBGeometryValue)
    return Uint8Array.from(value.bytes);
  if (value instanceof DuckDBUnionValue || value instanceof DuckDBVariantValue)
    return toValue(value.value);
  if (value instanceof DuckDBTimestampSecondsValue)
    return toDate(Number(value.seconds) * 1000, value);
  if (value instanceof DuckDBTimestampMillisecondsValue) return toDate(Number(value.millis), value);
  if (value instanceof DuckDBTimestampNanosecondsValue)
    return toDate(Number(value.nanos / 1_000_000n), value);
  return String(value);
}

function toInteger(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function toDate(ms: number, value: DuckDBValue): Date | string {
  return Math.abs(ms) <= MAX_DATE_MS ? new Date(ms) : String(value);
}

function toDecimal(decimal: DuckDBDecimalValue): number {
  const scaled = Number(decimal.value);
  return Number.isSafeInteger(scaled) && decimal.scale <= MAX_EXACT_SCALE
    ? scaled / 10 ** decimal.scale
    : Number(String(decimal));
}

function toObject(entries: readonly (readonly [string, DuckDBValue])[]): Value {
  return Object.fromEntries(entries.map(([name, value]) => [name, toValue(value)]));
}

function toKey(key: DuckDBValue): string {
  const value = toValue(key);
  return value instanceof Date || typeof value === "object" ? String(key) : String(value);
}
