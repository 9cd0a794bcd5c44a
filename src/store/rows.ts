import {omit} from "../lib/omit.ts";
import {toText} from "../lib/text.ts";
import type {RecordOf, RecordTable} from "../model/change.ts";
import type {EntryType} from "../model/entry-type.ts";
import type {Entry, Fields} from "../model/entry.ts";
import type {UniqueSet} from "../model/unique.ts";
import {toUniqueText} from "../model/unique.ts";
import type {EntryRow} from "./database.ts";
import type {TypeBook} from "./type-book.ts";

/** The name by which history finds a record's changes. */
export function toChangeKey(table: RecordTable, id: string): string {
  return `${table}/${id}`;
}

/** The entry with what the indexes need of it. */
export function toEntryRow(row: EntryRow, types: TypeBook): EntryRow {
  const entry = omit(row, ["key", "uniques"]);
  const type = types.get(row.type);
  const key = type && toKey(entry.fields, type);
  const uniques = toUniques(entry.fields, types.uniques(row.type));
  return {
    ...entry,
    ...(key !== undefined && {key}),
    ...(uniques.length > 0 && {uniques})
  };
}

/** What the entry shares with no other, of each set that it has all values of. */
export function toUniques(fields: Fields, sets: readonly UniqueSet[]): string[] {
  const texts = sets.map((set) => toUniqueText(set, fields)).filter((text) => text !== undefined);
  return [...new Set(texts)];
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
