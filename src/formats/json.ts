import {decodeText} from "../lib/text-encoding.ts";
import type {Format} from "../model/format.ts";
import type {DataTable, Reading} from "../model/table.ts";
import {JsonError, parseJson} from "./json-text.ts";
import {isRecord, toTable} from "./records.ts";
import {refuse, toRefusal} from "./refusal.ts";

/** Objects under the keys of an object are its rows where they share at least this part of their keys. */
const MIN_SHARED_KEYS = 0.5;

/**
 * JSON, nested as it may be. A list is a table of its items; an object is a table for each list of records in it,
 * or of its values where these are objects alike, or else one row.
 */
export const json: Format = {
  name: "json",
  extensions: ["json", "geojson", "topojson", "webmanifest"],
  read(bytes, {path}): Reading {
    try {
      const {text, encoding} = decodeText(bytes);
      const {tables, about} = toTables(parseJson(text));
      if (tables.length === 0) return refuse(path, "no records in it");
      return {tables, problems: [], details: {encoding, ...(about && {about})}};
    } catch (error) {
      if (error instanceof JsonError)
        return refuse(
          path,
          `no JSON: ${error.message}`,
          `line ${error.line}, column ${error.column}`
        );
      return refuse(path, toRefusal(error));
    }
  }
};

interface JsonTables {
  readonly tables: readonly DataTable[];
  /** What stands beside the lists of records. */
  readonly about?: Readonly<Record<string, unknown>>;
}

function toTables(value: unknown): JsonTables {
  if (Array.isArray(value)) return {tables: keep([toTable("", value)])};
  if (!isRecord(value)) return {tables: keep([toTable("", [value])])};
  const entries = Object.entries(value);
  const lists = entries.filter(([, item]) => isRecordList(item)) as [string, unknown[]][];
  if (lists.length > 0) {
    const about = entries.filter(([, item]) => !isRecordList(item));
    return {
      tables: keep(lists.map(([key, items]) => toTable(lists.length > 1 ? key : "", items))),
      ...(about.length > 0 && {about: Object.fromEntries(about)})
    };
  }
  if (isRecordMap(value)) {
    const rows = entries.map(([key, item]) => ({key, ...(item as object)}));
    return {tables: keep([toTable("", rows)])};
  }
  return {tables: keep([toTable("", [value])])};
}

function keep(tables: readonly (DataTable | undefined)[]): DataTable[] {
  return tables.filter((table) => table !== undefined);
}

function isRecordList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}

/** True of an object whose values are objects alike, such as `{"a1": {"name": …}, "a2": {"name": …}}`. */
function isRecordMap(value: Readonly<Record<string, unknown>>): boolean {
  const items = Object.values(value);
  if (items.length < 2 || !items.every(isRecord)) return false;
  const keys = new Set(items.flatMap((item) => Object.keys(item)));
  const count = items.reduce((sum, item) => sum + Object.keys(item).length, 0);
  return keys.size > 0 && !keys.has("key") && count / items.length >= keys.size * MIN_SHARED_KEYS;
}
