/** What a value may be once it is out of a database: plain JavaScript, with dates in UTC. */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Date
  | Uint8Array
  | readonly Value[]
  | {readonly [name: string]: Value};

/** The families of column types that pages, charts and forms tell apart. */
export type ColumnKind =
  "boolean" | "number" | "text" | "date" | "timestamp" | "time" | "bytes" | "list" | "struct";

/** A column of a lake table or of a result. */
export interface Column {
  readonly name: string;
  /** The type as DuckDB writes it, such as `BIGINT` or `STRUCT(a INTEGER, b VARCHAR)[]`. */
  readonly type: string;
}

/** The kind of a type as DuckDB writes it. What is not known is shown as text. */
export function toColumnKind(type: string): ColumnKind {
  if (/\[\d*\]$/.test(type)) return "list";
  if (/^(STRUCT|MAP|UNION)\b/.test(type)) return "struct";
  if (/^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|REAL|DOUBLE|DECIMAL)\b/.test(type))
    return "number";
  if (type === "BOOLEAN") return "boolean";
  if (type === "DATE") return "date";
  if (type.startsWith("TIMESTAMP")) return "timestamp";
  if (type.startsWith("TIME")) return "time";
  if (type === "BLOB") return "bytes";
  return "text";
}
