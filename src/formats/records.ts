import {toColumnNames} from "../lib/column-names.ts";
import type {Value} from "../model/column.ts";
import type {DataColumn, DataTable, DataType} from "../model/table.ts";
import {getOwn, inferType} from "./infer.ts";
import {toJsonText} from "./json-write.ts";
import {Shape} from "./shape.ts";

/** The column of what is no record. */
const VALUE_COLUMN = "value";

export interface RecordOptions {
  /** Whether a text may be read as a number or a truth value: in XML everything is text. */
  readonly readsText?: boolean;
}

/** A column that records have, and how its value is read from one. */
export interface RecordColumn {
  readonly name: string;
  readonly type: DataType;
  readonly read: (record: unknown) => Value;
}

/** What has been seen of records that are to stand in one table. */
export class RecordShape {
  readonly #options: RecordOptions;
  readonly #fields: Map<string, Shape> = new Map();
  #others: Shape | undefined;

  constructor(options: RecordOptions = {}) {
    this.#options = options;
  }

  add(record: unknown): void {
    if (!isRecord(record)) {
      this.#others ??= new Shape(this.#options);
      this.#others.add(record);
      return;
    }
    for (const key of Object.keys(record)) {
      let shape = this.#fields.get(key);
      if (!shape) this.#fields.set(key, (shape = new Shape(this.#options)));
      shape.add(record[key]);
    }
  }

  /** A column for each key, in order of appearance, and one for what is no record or has no key at all. */
  toColumns(): RecordColumn[] {
    const keys = [...this.#fields.keys()];
    const columns: Omit<RecordColumn, "name">[] = keys.map((key) => {
      const {type, convert} = inferType(this.#fields.get(key)!);
      return {type, read: (record) => (isRecord(record) ? convert(getOwn(record, key)) : null)};
    });
    if (this.#others) {
      const {type, convert} = inferType(this.#others);
      columns.push({type, read: (record) => (isRecord(record) ? null : convert(record))});
    }
    if (columns.length === 0) return [{name: VALUE_COLUMN, type: "VARCHAR", read: toJsonText}];
    const names = toColumnNames(this.#others ? [...keys, VALUE_COLUMN] : keys);
    return columns.map((column, i) => ({name: names[i]!, ...column}));
  }
}

/**
 * A table from records: a column for each key, in order of appearance, null where a record lacks it. What is no
 * record (a number, a list) stands in a column `value`, and so do records without any key.
 */
export function toTable(
  name: string,
  records: readonly unknown[],
  options: RecordOptions = {}
): DataTable {
  const shape = new RecordShape(options);
  for (const record of records) shape.add(record);
  return {name, columns: toDataColumns(shape.toColumns(), records)};
}

/** The columns' values of some records. */
export function toDataColumns(
  columns: readonly RecordColumn[],
  records: readonly unknown[]
): DataColumn[] {
  return columns.map(({name, type, read}) => ({name, type, values: records.map(read)}));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof Uint8Array)
  );
}
