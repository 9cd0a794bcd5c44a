import type {DuckDBAppender, DuckDBType, DuckDBValue} from "@duckdb/node-api";
import {
  BIGINT,
  BLOB,
  BOOLEAN,
  DATE,
  DOUBLE,
  DuckDBBlobValue,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  LIST,
  MAP,
  STRUCT,
  TIMESTAMP,
  TIMESTAMPTZ,
  VARCHAR
} from "@duckdb/node-api";
import type {Value} from "../model/column.ts";
import type {DataColumn, DataType} from "../model/table.ts";

const CHUNK_ROWS = 2048;
const MS_PER_DAY = 86_400_000;

/**
 * Appends columns to the table that `appender` stands on, whose columns stand in the same order; it casts what is of
 * another type. The rows of a chunk that it refuses, and those alone, are not appended.
 */
export function appendColumns(appender: DuckDBAppender, columns: readonly DataColumn[]): void {
  const types = columns.map(({type}) => toNativeType(type));
  const encoders = columns.map(({type}) => toEncoder(type));
  const rows = columns[0]?.values.length ?? 0;
  for (let start = 0; start < rows; start += CHUNK_ROWS) {
    const size = Math.min(CHUNK_ROWS, rows - start);
    const chunk = DuckDBDataChunk.create(types, size);
    columns.forEach(({values}, i) => {
      const encode = encoders[i]!;
      const encoded = new Array<DuckDBValue>(size);
      for (let row = 0; row < size; ++row) encoded[row] = encode(values[start + row] ?? null);
      chunk.setColumnValues(i, encoded);
    });
    appender.appendDataChunk(chunk);
  }
}

function toNativeType(type: DataType): DuckDBType {
  if (typeof type === "object") {
    if ("sql" in type) return toNativeType(type.from);
    if ("list" in type) return LIST(toNativeType(type.list));
    if ("map" in type) return MAP(VARCHAR, toNativeType(type.map));
    return STRUCT(
      Object.fromEntries(
        Object.entries(type.struct).map(([name, field]) => [name, toNativeType(field)])
      )
    );
  }
  return {BOOLEAN, BIGINT, DOUBLE, VARCHAR, DATE, TIMESTAMP, TIMESTAMPTZ, BLOB}[type];
}

type Encoder = (value: Value) => DuckDBValue;

function toEncoder(type: DataType): Encoder {
  const encode = toPresentEncoder(type);
  return (value) => (value === null ? null : encode(value));
}

function toPresentEncoder(type: DataType): (value: NonNullable<Value>) => DuckDBValue {
  if (typeof type === "object") {
    if ("sql" in type) return toPresentEncoder(type.from);
    if ("list" in type) {
      const encode = toEncoder(type.list);
      return (value) => new DuckDBListValue((value as readonly Value[]).map(encode));
    }
    if ("map" in type) {
      const encode = toEncoder(type.map);
      return (value) =>
        new DuckDBMapValue(
          (value as readonly (readonly [string, Value])[]).map(([key, item]) => ({
            key,
            value: encode(item)
          }))
        );
    }
    const encoders = Object.entries(type.struct).map(
      ([name, field]) => [name, toEncoder(field)] as const
    );
    return (value) => {
      const row = value as Readonly<Record<string, Value>>;
      return new DuckDBStructValue(
        Object.fromEntries(encoders.map(([name, encode]) => [name, encode(row[name] ?? null)]))
      );
    };
  }
  switch (type) {
    case "BIGINT":
      return (value) => BigInt(value as number | bigint);
    case "DATE":
      return (value) => new DuckDBDateValue(Math.floor((value as Date).getTime() / MS_PER_DAY));
    case "TIMESTAMP":
      return (value) => new DuckDBTimestampValue(toMicros(value));
    case "TIMESTAMPTZ":
      return (value) => new DuckDBTimestampTZValue(toMicros(value));
    case "BLOB":
      return (value) => new DuckDBBlobValue(value as Uint8Array);
    case "BOOLEAN":
    case "DOUBLE":
    case "VARCHAR":
      return (value) => value as DuckDBValue;
  }
}

function toMicros(value: Value): bigint {
  return typeof value === "bigint" ? value : BigInt((value as Date).getTime()) * 1000n;
}
