import type {Value} from "./column.ts";

/** Where an entry came from: a row of a raw file, by content and not by path, so that a renamed file is the same file. */
export interface RowSource {
  /** The lake table. */
  readonly table: string;
  /** The file's path at the time, for people. */
  readonly file: string;
  readonly sha256: string;
  /** The row's number in the file, from 0. */
  readonly row: number;
}

/** The values of an entry, by field name; only what JSON can hold. */
export type Fields = Readonly<Record<string, unknown>>;

/** One thing worth keeping. */
export interface Entry {
  /** A UUID of version 7. */
  readonly id: string;
  /** The name of its `EntryType`. */
  readonly type: string;
  /** Unique within the type; in addresses. */
  readonly slug: string;
  readonly title: string;
  readonly fields: Fields;
  readonly tags: readonly string[];
  readonly source: RowSource | null;
  /** Milliseconds since 1970, UTC. */
  readonly created: number;
  readonly updated: number;
  /** Counts up from 1 with each change. */
  readonly revision: number;
}

/** What a person gives to make an entry; the rest follows. */
export interface EntryDraft {
  readonly type: string;
  readonly fields: Fields;
  readonly tags?: readonly string[];
  readonly source?: RowSource | null;
}

/** A lake value as JSON can hold it: dates as ISO text (a day without its time), bytes and big integers as text. */
export function toFieldValue(value: Value, kind?: string): unknown {
  if (
    value === null ||
    typeof value === "boolean" ||
    typeof value === "number" ||
    typeof value === "string"
  )
    return value;
  if (typeof value === "bigint") return String(value);
  if (value instanceof Date)
    return kind === "date" ? value.toISOString().slice(0, 10) : value.toISOString();
  if (value instanceof Uint8Array)
    return Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (Array.isArray(value)) return value.map((item: Value) => toFieldValue(item));
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, toFieldValue(field)])
  );
}
