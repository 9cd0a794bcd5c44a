import {toColumnNames} from "../lib/column-names.ts";
import type {DataColumn, DataTable} from "../model/table.ts";
import {toJsonText} from "./json-write.ts";
import {getOwn, inferType} from "./infer.ts";
import {Shape} from "./shape.ts";

/** The column of what is no record. */
const VALUE_COLUMN = "value";

export interface RecordOptions {
  /** Whether a text may be read as a number or a truth value: in XML everything is text. */
  readonly readsText?: boolean;
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
  const shapes = new Map<string, Shape>();
  const others = new Shape(options);
  let hasOthers = false;
  for (const record of records) {
    if (isRecord(record)) {
      for (const key of Object.keys(record)) {
        let shape = shapes.get(key);
        if (!shape) shapes.set(key, (shape = new Shape(options)));
        shape.add(record[key]);
      }
    } else {
      hasOthers = true;
      others.add(record);
    }
  }
  const keys = [...shapes.keys()];
  const columns: Omit<DataColumn, "name">[] = keys.map((key) => {
    const {type, convert} = inferType(shapes.get(key)!);
    return {
      type,
      values: records.map((record) => (isRecord(record) ? convert(getOwn(record, key)) : null))
    };
  });
  if (hasOthers) {
    const {type, convert} = inferType(others);
    columns.push({
      type,
      values: records.map((record) => (isRecord(record) ? null : convert(record)))
    });
  }
  if (columns.length === 0) {
    const values = records.map((record) => toJsonText(record));
    return {name, columns: [{name: VALUE_COLUMN, type: "VARCHAR", values}]};
  }
  const names = toColumnNames(hasOthers ? [...keys, VALUE_COLUMN] : keys);
  return {name, columns: columns.map((column, i) => ({name: names[i]!, ...column}))};
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
