import type {SchemaElement} from "hyparquet";
import {ByteWriter, ParquetWriter} from "hyparquet-writer";
import {createPause} from "../../lib/pause.ts";
import type {Value} from "../../model/column.ts";
import type {QueryResult} from "../../model/query-result.ts";
import {toJsonText} from "../../model/value-text.ts";
import type {ExportOptions} from "./export-options.ts";

/** Values of one row group; the page gets its turn between two groups. */
const GROUP_CELLS = 200_000;
const MIN_GROUP_ROWS = 1000;
const MAX_INT64 = 2n ** 63n - 1n;

/** A column as Parquet stores it, and its values as the writer takes them. */
interface Encoding {
  readonly element: SchemaElement;
  readonly encode: (value: NonNullable<Value>) => unknown;
}

/** A Parquet file: snappy, one row group for some ten thousand rows. Lists, structs and maps are JSON. */
export async function toParquet(
  result: QueryResult,
  {signal, onProgress}: ExportOptions = {}
): Promise<Uint8Array> {
  const pause = createPause(signal);
  const encodings: Encoding[] = [];
  for (let column = 0; column < result.fields.length; ++column)
    encodings.push(await toEncoding(result, column, pause));
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: [
      {name: "root", num_children: encodings.length},
      ...encodings.map(({element}) => element)
    ],
    createdBy: "lakebook"
  });
  const groupRows = Math.max(
    MIN_GROUP_ROWS,
    Math.floor(GROUP_CELLS / Math.max(1, encodings.length))
  );
  for (let start = 0; start < result.numRows; start += groupRows) {
    const end = Math.min(start + groupRows, result.numRows);
    const columnData = encodings.map(({element, encode}, column) => ({
      name: element.name,
      data: Array.from({length: end - start}, (_, i) => {
        const value = result.value(start + i, column);
        return value === null ? null : encode(value);
      })
    }));
    await file.write({columnData, rowGroupSize: groupRows});
    onProgress?.(end, result.numRows);
    await pause();
  }
  await file.finish();
  return writer.getBytes();
}

async function toEncoding(
  result: QueryResult,
  column: number,
  pause: () => Promise<void> | undefined
): Promise<Encoding> {
  const {name, type} = result.fields[column]!;
  const as = (
    element: Omit<SchemaElement, "name">,
    encode: Encoding["encode"] = same
  ): Encoding => ({
    element: {name, repetition_type: "OPTIONAL", ...element},
    encode
  });
  if (/\[\d*\]$|^(STRUCT|MAP|UNION)\b/.test(type))
    return as({type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: {type: "JSON"}}, (value) =>
      toJsonText(value, type)
    );
  if (/^U?(TINY|SMALL)INT$|^INTEGER$/.test(type)) return as({type: "INT32"}, Number);
  if (type === "BIGINT" || type === "UINTEGER") return as({type: "INT64"}, toBigInt);
  if (type === "HUGEINT" || type === "UBIGINT" || type === "UHUGEINT")
    return (await isWithinInt64(result, column, pause))
      ? as({type: "INT64"}, toBigInt)
      : as(toDecimal(38, 0), toBigInt);
  const [, precision, scale] = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(type) ?? [];
  if (precision !== undefined) return as(toDecimal(Number(precision), Number(scale)));
  switch (type) {
    case "BOOLEAN":
      return as({type: "BOOLEAN"});
    case "FLOAT":
    case "DOUBLE":
      return as({type});
    case "DATE":
      return as({type: "INT32", converted_type: "DATE"});
    case "BLOB":
      return as({type: "BYTE_ARRAY"});
    case "TIMESTAMP":
    case "TIMESTAMP WITH TIME ZONE":
      return as({
        type: "INT64",
        logical_type: {type: "TIMESTAMP", isAdjustedToUTC: type !== "TIMESTAMP", unit: "MICROS"}
      });
    default:
      return as({type: "BYTE_ARRAY", converted_type: "UTF8"}, String);
  }
}

function same(value: NonNullable<Value>): unknown {
  return value;
}

function toBigInt(value: NonNullable<Value>): bigint {
  return BigInt(value as number | bigint);
}

function toDecimal(precision: number, scale: number): Omit<SchemaElement, "name"> {
  const decimal = {converted_type: "DECIMAL" as const, precision, scale};
  if (precision <= 9) return {...decimal, type: "INT32"};
  if (precision <= 18) return {...decimal, type: "INT64"};
  return {...decimal, type: "FIXED_LEN_BYTE_ARRAY", type_length: 16};
}

/** A sum of integers is a HUGEINT to DuckDB, and hardly ever needs to be. */
async function isWithinInt64(
  result: QueryResult,
  column: number,
  pause: () => Promise<void> | undefined
): Promise<boolean> {
  for (let row = 0; row < result.numRows; ++row) {
    const value = result.value(row, column);
    if (typeof value === "bigint" && (value > MAX_INT64 || value < -MAX_INT64)) return false;
    const turn = pause();
    if (turn) await turn;
  }
  return true;
}
