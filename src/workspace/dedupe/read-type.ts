import {InputError} from "../../lib/errors.ts";
import {createPause} from "../../lib/pause.ts";
import {toText} from "../../lib/text.ts";
import {toLabel} from "../../model/entry-type.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Entry} from "../../model/entry.ts";
import type {FieldSchema} from "../../model/schema.ts";
import {findFamily, resolveType} from "../../model/type-family.ts";
import type {Store} from "../../store/store.ts";
import type {SourceRecords} from "./source-records.ts";

/** Fields whose values say nothing of what an entry is. */
const PASSED_OVER = new Set(["reference", "computed", "file", "image", "colour"]);

/** All entries of a type and of those that extend it, in the order in which they were made. Throws `InputError` where it is not there. */
export async function readTypeRecords(
  store: Store,
  name: string,
  signal?: AbortSignal
): Promise<SourceRecords> {
  const types = new Map((await store.types.list()).map((type) => [type.name, type]));
  if (!types.has(name)) throw new InputError(`entry type not found: ${name}`);
  const family = findFamily(name, types);
  const entries: Entry[] = [];
  for (const type of family)
    entries.push(...(await store.entries.page({type, limit: Infinity})).entries);
  entries.sort((a, b) => (a.id < b.id ? -1 : 1));
  const fields = findFields(family.map((member) => resolveType(types.get(member)!, types)));
  const pause = createPause(signal);
  const columns = [];
  for (const [field, schema] of fields) {
    const values: string[] = [];
    for (const entry of entries) {
      values.push(toFieldText(entry.fields[field]));
      await pause();
    }
    columns.push({name: field, label: schema.title ?? toLabel(field), values});
  }
  return {source: `ws.${name}`, ends: entries.map(({id}) => id), columns};
}

/** The fields of a family of types that hold values of their own, each once. */
export function findFields(types: readonly EntryType[]): Map<string, FieldSchema> {
  const fields = new Map<string, FieldSchema>();
  for (const {schema} of types)
    for (const [name, field] of Object.entries(schema.properties))
      if (!PASSED_OVER.has(field["x-lakebook"]?.kind ?? "") && !fields.has(name))
        fields.set(name, field);
  return fields;
}

/** A field's value as text; the items of a list one after the other. */
export function toFieldText(value: unknown): string {
  return Array.isArray(value) ? value.map(toText).join(", ") : toText(value);
}
