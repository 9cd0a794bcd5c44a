import {quoteIdentifier} from "../../lib/sql.ts";
import type {Value} from "../../model/column.ts";
import type {DataType} from "../../model/table.ts";
import {inferType} from "../infer.ts";
import {Shape} from "../shape.ts";
import type {SqliteDatabase, SqliteValue} from "./database.ts";

/** A column as a database declares it. */
export interface DeclaredColumn {
  readonly name: string;
  /** In upper case, "" where there is none: SQLite takes any word, and any value whatever the word. */
  readonly declared: string;
}

/** A column's type, and how its values become values of it. */
export interface ColumnType {
  readonly type: DataType;
  readonly convert: (value: SqliteValue) => Value;
  /** Whether it has integers that a double does not hold exactly. */
  readonly isLong: boolean;
}

/** How many values of each storage class a column has, and its largest and smallest integer. */
interface Census {
  readonly integers: number;
  readonly reals: number;
  readonly texts: number;
  readonly blobs: number;
  readonly min: number;
  readonly max: number;
}

/** SQLite gives up to 2,000 columns at once. */
const COLUMNS_AT_ONCE = 300;

/** Types of a table's columns by all of their values; what is declared decides where they leave it open. */
export function findColumnTypes(
  database: SqliteDatabase,
  table: string,
  columns: readonly DeclaredColumn[]
): ColumnType[] {
  const types: ColumnType[] = [];
  for (let start = 0; start < columns.length; start += COLUMNS_AT_ONCE) {
    const some = columns.slice(start, start + COLUMNS_AT_ONCE);
    const counts = countValues(database, table, some);
    types.push(...some.map((column, i) => toType(database, table, column, counts[i]!)));
  }
  return types;
}

function countValues(
  database: SqliteDatabase,
  table: string,
  columns: readonly DeclaredColumn[]
): Census[] {
  const select = columns.map(({name}) => {
    const column = quoteIdentifier(name);
    const counts = ["integer", "real", "text", "blob"].map(
      (kind) => `total(typeof(${column}) = '${kind}')`
    );
    const integers = `CASE typeof(${column}) WHEN 'integer' THEN ${column} END`;
    return [...counts, `min(${integers})`, `max(${integers})`].join(", ");
  });
  const [row] = database.all(`SELECT ${select.join(", ")} FROM ${quoteIdentifier(table)}`);
  return columns.map((_, i) => {
    const [integers, reals, texts, blobs, min, max] = row!.slice(6 * i, 6 * i + 6).map(Number);
    return {integers: integers!, reals: reals!, texts: texts!, blobs: blobs!, min: min!, max: max!};
  });
}

function toType(
  database: SqliteDatabase,
  table: string,
  {name, declared}: DeclaredColumn,
  {integers, reals, texts, blobs, min, max}: Census
): ColumnType {
  const numbers = integers + reals;
  const isLong = !Number.isSafeInteger(min) || !Number.isSafeInteger(max);
  if (numbers + texts + blobs === 0) return {...toDeclaredType(declared), isLong: false};
  if (blobs > 0 && numbers + texts === 0) return {type: "BLOB", convert: keep, isLong: false};
  if (texts > 0 && numbers + blobs === 0 && /DATE|TIME/.test(declared)) {
    const column = quoteIdentifier(name);
    const values = database.rows(`SELECT DISTINCT ${column} FROM ${quoteIdentifier(table)}`);
    return {...inferMoments(values), isLong: false};
  }
  if (texts + blobs > 0) return {type: "VARCHAR", convert: toText, isLong};
  if (reals === 0 && /BOOL/.test(declared) && min >= 0 && max <= 1)
    return {
      type: "BOOLEAN",
      convert: (value) => (value === null ? null : Boolean(value)),
      isLong: false
    };
  if (reals > 0 || /REAL|FLOA|DOUB/.test(declared))
    return {type: "DOUBLE", convert: toDouble, isLong: false};
  return {type: "BIGINT", convert: toInteger, isLong};
}

/** By the rules of SQLite's affinity (sqlite.org/datatype3.html, 3.1), and the words that people use beside them. */
function toDeclaredType(declared: string): Omit<ColumnType, "isLong"> {
  if (/INT/.test(declared)) return {type: "BIGINT", convert: toInteger};
  if (/BOOL/.test(declared)) return {type: "BOOLEAN", convert: keep};
  if (/BLOB/.test(declared)) return {type: "BLOB", convert: keep};
  if (/REAL|FLOA|DOUB|NUM|DEC/.test(declared)) return {type: "DOUBLE", convert: toDouble};
  return {type: "VARCHAR", convert: toText};
}

/** Days and moments where all values are such in ISO 8601, else text. */
function inferMoments(rows: Iterable<readonly SqliteValue[]>): Omit<ColumnType, "isLong"> {
  const shape = new Shape();
  for (const [value] of rows) shape.add(value);
  return inferType(shape);
}

function keep(value: SqliteValue): Value {
  return value;
}

function toDouble(value: SqliteValue): Value {
  return typeof value === "bigint" ? Number(value) : value;
}

function toInteger(value: SqliteValue): Value {
  if (typeof value !== "bigint") return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** A column of several kinds is text; bytes in it are written as SQL does. */
function toText(value: SqliteValue): Value {
  if (value instanceof Uint8Array)
    return `x'${Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("")}'`;
  return value === null ? null : String(value);
}
