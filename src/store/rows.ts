import {omit} from "../lib/omit.ts";
import {toText} from "../lib/text.ts";
import type {RecordOf, RecordTable} from "../model/change.ts";
import type {EntryType} from "../model/entry-type.ts";
import type {Entry} from "../model/entry.ts";
import type {EntryRow} from "./database.ts";

/** The name by which history finds a record's changes. */
export function toChangeKey(table: RecordTable, id: string): string {
  return `${table}/${id}`;
}

/** The entry with its key for the index. */
export function toEntryRow(row: EntryRow, type: EntryType | undefined): EntryRow {
  const entry = omit(row, ["key"]);
  const key = type && toKey(entry.fields, type);
  return key === undefined ? entry : {...entry, key};
}

/** The value of the type's key field as text; undefined where there is none. A number and its text are one key. */
export function toKey(fields: Entry["fields"], {keyField}: EntryType): string | undefined {
  const key = keyField === null ? "" : toText(fields[keyField]);
  return key === "" ? undefined : key;
}

/** The id of an entry or edge, the name of a type or kind. */
export function idOf(record: RecordOf[RecordTable]): string {
  return "id" in record ? record.id : record.name;
}
