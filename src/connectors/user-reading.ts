import {isRecord} from "../formats/records.ts";
import {InputError} from "../lib/errors.ts";
import type {ConnectorTable} from "../model/format.ts";
import type {Problem} from "../model/problem.ts";
import type {DataColumn, DataTable, DataType, Reading, Reject} from "../model/table.ts";

const TYPES = [
  "BOOLEAN",
  "BIGINT",
  "DOUBLE",
  "VARCHAR",
  "DATE",
  "TIMESTAMP",
  "TIMESTAMPTZ",
  "BLOB"
];

/**
 * What a user's own connector gave, checked: tables whose columns have types that are known and the same length. A
 * table without a key gets that of `tables`. Throws `InputError` that names the place.
 */
export function toReading(
  value: unknown,
  tables: readonly ConnectorTable[],
  path: string
): Reading {
  if (!isRecord(value) || !Array.isArray(value.tables))
    throw new InputError("read must give {tables: [{name, columns: [{name, type, values}]}]}");
  const {problems, rejects, details} = value;
  return {
    tables: value.tables.map((table, i) => toUserTable(table, `tables[${i}]`, tables)),
    problems: toItems(problems, (item) => ({
      file: path,
      where: toText(item.where),
      what: toText(item.what)
    })) satisfies Problem[],
    rejects: toItems(rejects, (item) => ({
      where: toText(item.where),
      text: toText(item.text),
      what: toText(item.what)
    })) satisfies Reject[],
    details: isRecord(details) ? details : {}
  };
}

/** A table of a user's own connector, checked. Throws `InputError` that begins with `where`. */
export function toUserTable(
  value: unknown,
  where: string,
  tables: readonly ConnectorTable[]
): DataTable {
  if (!isRecord(value) || typeof value.name !== "string" || !Array.isArray(value.columns))
    throw new InputError(`${where} expected as {name, columns: [{name, type, values}]}`);
  const {name} = value;
  const columns = value.columns.map((column, i) => toColumn(column, `${where}.columns[${i}]`));
  const length = columns[0]?.values.length ?? 0;
  const odd = columns.find(({values}) => values.length !== length);
  if (odd)
    throw new InputError(
      `column ${odd.name} of ${name} has ${odd.values.length} values, the first one ${length}`
    );
  const key = (value.key as string[] | undefined) ?? tables.find((one) => one.name === name)?.key;
  const missing = key?.find((one) => !columns.some((column) => column.name === one));
  if (missing !== undefined) throw new InputError(`key column of ${name} is not there: ${missing}`);
  return {name, columns, ...(key && {key})};
}

function toColumn(value: unknown, where: string): DataColumn {
  if (!isRecord(value) || typeof value.name !== "string" || !Array.isArray(value.values))
    throw new InputError(`${where} expected as {name, type, values}`);
  if (!isType(value.type))
    throw new InputError(
      `${where}.type not known: ${JSON.stringify(value.type)} (there are: ${TYPES.join(", ")}, {list}, {map}, {struct})`
    );
  return {name: value.name, type: value.type, values: value.values as DataColumn["values"]};
}

function isType(type: unknown): type is DataType {
  if (typeof type === "string") return TYPES.includes(type);
  if (!isRecord(type)) return false;
  if ("list" in type) return isType(type.list);
  if ("map" in type) return isType(type.map);
  if ("sql" in type) return typeof type.sql === "string" && isType(type.from);
  return isRecord(type.struct) && Object.values(type.struct).every(isType);
}

function toItems<T>(value: unknown, toItem: (item: Readonly<Record<string, unknown>>) => T): T[] {
  return Array.isArray(value) ? value.filter(isRecord).map(toItem) : [];
}

function toText(value: unknown): string {
  return typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);
}
