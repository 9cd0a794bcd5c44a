import {decodeText} from "../lib/text-encoding.ts";
import type {Format} from "../model/format.ts";
import type {DataTable, Reading} from "../model/table.ts";
import {JsonError, parseJson} from "./json-text.ts";
import {toJsonText} from "./json-write.ts";
import {isRecord, toTable} from "./records.ts";
import {refuse, toRefusal} from "./refusal.ts";

/** What stands beside the records is kept as a detail of the file up to this length. */
const MAX_ABOUT_LENGTH = 2000;
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
      const {tables, beside = []} = toTables(parseJson(text));
      const isShort = ([, value]: [string, unknown]): boolean =>
        toJsonText(value).length <= MAX_ABOUT_LENGTH;
      const about = Object.fromEntries(beside.filter(isShort));
      const problems = beside
        .filter((entry) => !isShort(entry))
        .map(([key]) => ({file: path, where: key, what: "left out: no list of records"}));
      return {tables, problems, details: {encoding, ...(beside.length > 0 && {about})}};
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
  readonly beside?: readonly [key: string, value: unknown][];
}

function toTables(value: unknown): JsonTables {
  if (Array.isArray(value)) return {tables: [toTable("", value)]};
  if (!isRecord(value)) return {tables: [toTable("", [value])]};
  const entries = Object.entries(value);
  const lists = entries.filter(([, item]) => isRecordList(item)) as [string, unknown[]][];
  if (lists.length > 0) {
    return {
      tables: lists.map(([key, items]) => toTable(lists.length > 1 ? key : "", items)),
      beside: entries.filter(([, item]) => !isRecordList(item))
    };
  }
  if (isRecordMap(value)) {
    const rows = entries.map(([key, item]) => ({key, ...(item as object)}));
    return {tables: [toTable("", rows)]};
  }
  return {tables: [toTable("", [value])]};
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
