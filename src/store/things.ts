import type {EntryType} from "../model/entry-type.ts";
import type {EntryDraft, Fields, RowSource} from "../model/entry.ts";
import {toStoredFields} from "./draft.ts";
import {toKey} from "./rows.ts";

/** A draft with the names that the same thing goes by, strongest first. */
export interface Thing {
  readonly draft: EntryDraft;
  readonly type: EntryType;
  readonly fields: Fields;
  readonly names: readonly string[];
}

export function toThing(draft: EntryDraft, type: EntryType): Thing {
  const fields = toStoredFields(draft.fields);
  return {draft, type, fields, names: toNames({fields, source: draft.source ?? null}, type)};
}

/** By its key and its source row; by all its fields where it has neither. */
export function toNames(
  {fields, source}: {fields: Fields; source: RowSource | null},
  type: EntryType
): string[] {
  const names: string[] = [];
  const key = toKey(fields, type);
  if (key !== undefined) names.push(`key ${type.name} ${key}`);
  if (source) names.push(`row ${type.name} ${source.sha256} ${source.row} ${source.table}`);
  return names.length > 0 ? names : [toContentName(type.name, fields)];
}

export function isByContent(names: readonly string[]): boolean {
  return names[0]!.startsWith("all ");
}

export function toContentName(type: string, fields: Fields): string {
  return `all ${type} ${JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}
