import {isMatrix, readHeadedRows, readMixedRows, readNames, toNamedRows} from "./json-matrix.ts";
import type {Matrix} from "./json-matrix.ts";
import {isRecordList, readColumns, readIndexedColumns, readKeyedRecords} from "./json-orient.ts";
import {isRecord} from "./records.ts";

/** Envelopes are looked into so deep. */
const MAX_DEPTH = 8;
/** What is a table only by its looks (columns, objects by key) must have so many rows inside of an envelope. */
const MIN_LIKELY_ROWS = 5;
/** A list of so few things may be an envelope: some hosts answer with `[about, rows]`. */
const MAX_ENVELOPE_LENGTH = 3;
/** Keys of a list that names the columns of another one. */
const NAMING_KEY = /col|field|head|name|schema|label/i;

/** A table in a JSON document: its path there, and its records. */
export interface JsonTable {
  readonly path: readonly string[];
  readonly records: readonly unknown[];
}

/** The tables of a document, and what stands beside them. */
export interface JsonTables {
  readonly tables: readonly JsonTable[];
  readonly beside: Readonly<Record<string, unknown>>;
}

/**
 * The tables of a JSON value. A list is a table of its items. In an object every list of records is a table, however
 * deep it stands, and so are lists of rows with a header or with names beside them, objects of columns, and objects
 * alike by key. An object in which there are none is one row.
 */
export function findTables(value: unknown): JsonTables {
  const whole = readWhole(value);
  if (whole) return {tables: [{path: [], records: whole}], beside: {}};
  const found = new Search().run(value);
  if (found.size === 0) return {tables: [{path: [], records: [value]}], beside: {}};
  return {tables: [...found.values()], beside: toBeside(value, found)};
}

/** The rows of a document that is nothing but one table. */
function readWhole(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) {
    if (isEnvelope(value)) return undefined;
    const headed = readHeadedRows(value) ?? (isMatrix(value) ? readMixedRows(value) : undefined);
    return headed ?? (value as unknown[]);
  }
  if (!isRecord(value)) return [value];
  return readColumns(value) ?? readIndexedColumns(value) ?? readKeyedRecords(value);
}

function isEnvelope(items: readonly unknown[]): boolean {
  return (
    items.length <= MAX_ENVELOPE_LENGTH &&
    items.some(isRecord) &&
    items.filter(isRecordList).length === 1
  );
}

type Path = readonly string[];

/** Looks through an envelope. */
class Search {
  readonly #tables: Map<unknown, JsonTable> = new Map();
  readonly #matrices: {path: Path; rows: Matrix}[] = [];
  readonly #namings: {value: unknown; names: readonly string[]}[] = [];

  /** The tables by the value that holds them. */
  run(root: unknown): ReadonlyMap<unknown, JsonTable> {
    this.#visit(root, []);
    for (const {path, rows} of this.#matrices) {
      const naming = this.#namings.find(({names}) => names.length === rows[0]!.length);
      if (naming) this.#tables.set(rows, {path, records: toNamedRows(naming.names, rows)});
    }
    this.#forgetNamings();
    if (this.#looksLikeOneThing()) this.#tables.clear();
    return this.#tables;
  }

  /** True where several short lists stand deep inside: a post with its links, tags and pictures, say, is one row. */
  #looksLikeOneThing(): boolean {
    const tables = [...this.#tables.values()];
    return (
      tables.length > 1 &&
      tables.every(({path, records}) => path.length > 1 && records.length < MIN_LIKELY_ROWS)
    );
  }

  #visit(value: unknown, path: Path): void {
    if (path.length > MAX_DEPTH) return;
    const names = NAMING_KEY.test(path.at(-1) ?? "") ? readNames(value) : undefined;
    if (names) this.#namings.push({value, names});
    const records = path.length > 0 ? readNested(value) : undefined;
    if (records) this.#tables.set(value, {path, records});
    else if (isMatrix(value)) this.#matrices.push({path, rows: value});
    else if (isRecord(value) || (path.length === 0 && Array.isArray(value)))
      for (const [key, item] of Object.entries(value)) this.#visit(item, [...path, key]);
  }

  /** A list of columns' names and types describes a table, and is none. */
  #forgetNamings(): void {
    for (const {value, names} of this.#namings) {
      const described = new Set(names);
      const isDescription = [...this.#tables].some(
        ([other, {records}]) =>
          other !== value &&
          isRecord(records[0]) &&
          Object.keys(records[0]).every((key) => described.has(key))
      );
      if (isDescription) this.#tables.delete(value);
    }
  }
}

function readNested(value: unknown): readonly unknown[] | undefined {
  if (isRecordList(value)) return value;
  if (Array.isArray(value)) return readHeadedRows(value);
  if (!isRecord(value)) return undefined;
  const likely = readColumns(value) ?? readIndexedColumns(value) ?? readKeyedRecords(value);
  return likely && likely.length >= MIN_LIKELY_ROWS ? likely : undefined;
}

/** A document without its tables. */
function toBeside(
  value: unknown,
  tables: ReadonlyMap<unknown, JsonTable>
): Record<string, unknown> {
  const beside: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value as object) as [string, unknown][]) {
    if (tables.has(item)) continue;
    if (!isRecord(item)) beside[key] = item;
    else {
      const rest = toBeside(item, tables);
      if (Object.keys(rest).length > 0 || Object.keys(item).length === 0) beside[key] = rest;
    }
  }
  return beside;
}
