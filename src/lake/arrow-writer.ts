import * as arrow from "apache-arrow";
import type {Value} from "../model/column.ts";
import type {DataColumn, DataTable, DataType} from "../model/table.ts";

/** A table in memory as an Arrow IPC stream, which DuckDB-WASM takes in. Columns of no rows keep their type. */
export function toArrowStream({columns}: DataTable): Uint8Array {
  const vectors = columns.map((column) => [column.name, toVector(column)] as const);
  const schema = new arrow.Schema(
    vectors.map(([name, vector]) => new arrow.Field(name, vector.type as arrow.DataType, true))
  );
  const children = vectors.map(([, vector]) => vector.data[0] as arrow.Data);
  const data = arrow.makeData({
    type: new arrow.Struct(schema.fields),
    length: columns[0]?.values.length ?? 0,
    nullCount: 0,
    children
  });
  return arrow.tableToIPC(new arrow.Table(schema, [new arrow.RecordBatch(schema, data)]), "stream");
}

function toVector({type, values}: DataColumn): arrow.Vector {
  const builder = arrow.makeBuilder({type: toArrowType(type), nullValues: [null, undefined]});
  const encode = toEncoder(type);
  for (const value of values) builder.append(value === null ? null : encode(value));
  const {data} = builder.finish().toVector();
  return new arrow.Vector(data.map((part) => withMicroseconds(part as arrow.Data)));
}

/**
 * Arrow's builder of microseconds takes milliseconds and rounds; the one of milliseconds keeps a bigint as it is. So
 * times are built as the latter, of microseconds, and their type is set right here.
 */
function withMicroseconds(data: arrow.Data): arrow.Data {
  const children = data.children.map((child) => withMicroseconds(child));
  return data.clone(
    toMicrosecondType(data.type),
    data.offset,
    data.length,
    data.nullCount,
    data.buffers,
    children
  );
}

function toMicrosecondType(type: arrow.DataType): arrow.DataType {
  if (arrow.DataType.isTimestamp(type)) return new arrow.TimestampMicrosecond(type.timezone);
  const toField = (field: arrow.Field): arrow.Field =>
    new arrow.Field(field.name, toMicrosecondType(field.type as arrow.DataType), true);
  if (arrow.DataType.isList(type)) return new arrow.List(toField(type.children[0]!));
  if (arrow.DataType.isStruct(type)) return new arrow.Struct(type.children.map(toField));
  if (arrow.DataType.isMap(type))
    return toMapType(toMicrosecondType(type.valueType as arrow.DataType));
  return type;
}

/** A map from text; neither its entries nor their keys are ever null. */
function toMapType(value: arrow.DataType): arrow.DataType {
  const entries = new arrow.Struct<{key: arrow.Utf8; value: arrow.DataType}>([
    new arrow.Field("key", new arrow.Utf8(), false),
    new arrow.Field("value", value, true)
  ]);
  return new arrow.Map_(new arrow.Field("entries", entries, false));
}

function toArrowType(type: DataType): arrow.DataType {
  if (typeof type === "object") {
    if ("sql" in type) return toArrowType(type.from);
    if ("list" in type)
      return new arrow.List(new arrow.Field("item", toArrowType(type.list), true));
    if ("map" in type) return toMapType(toArrowType(type.map));
    return new arrow.Struct(
      Object.entries(type.struct).map(
        ([name, field]) => new arrow.Field(name, toArrowType(field), true)
      )
    );
  }
  switch (type) {
    case "BOOLEAN":
      return new arrow.Bool();
    case "BIGINT":
      return new arrow.Int64();
    case "DOUBLE":
      return new arrow.Float64();
    case "VARCHAR":
      return new arrow.Utf8();
    case "DATE":
      return new arrow.DateDay();
    case "TIMESTAMP":
      return new arrow.TimestampMillisecond();
    case "TIMESTAMPTZ":
      return new arrow.TimestampMillisecond("UTC");
    case "BLOB":
      return new arrow.Binary();
  }
}

/** Arrow's builders take a JavaScript value of their own choosing; a `Date` they take as it is. */
function toEncoder(type: DataType): (value: Value) => unknown {
  if (typeof type === "object") {
    if ("sql" in type) return toEncoder(type.from);
    if ("list" in type) {
      const encode = toEncoder(type.list);
      return (value) =>
        (value as readonly Value[]).map((item) => (item === null ? null : encode(item)));
    }
    if ("map" in type) {
      const encode = toEncoder(type.map);
      return (value) =>
        new Map(
          (value as readonly (readonly [string, Value])[]).map(([key, item]) => [
            key,
            item === null ? null : encode(item)
          ])
        );
    }
    const encoders = Object.entries(type.struct).map(
      ([name, field]) => [name, toEncoder(field)] as const
    );
    return (value) => {
      const row = value as Readonly<Record<string, Value>>;
      return Object.fromEntries(
        encoders.map(([name, encode]) => [
          name,
          row[name] === null || row[name] === undefined ? null : encode(row[name])
        ])
      );
    };
  }
  if (type === "BIGINT") return (value) => BigInt(value as number | bigint);
  if (type === "TIMESTAMP" || type === "TIMESTAMPTZ")
    return (value) =>
      typeof value === "bigint" ? value : BigInt((value as Date).getTime()) * 1000n;
  return (value) => value;
}
