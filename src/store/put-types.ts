import {InputError} from "../lib/errors.ts";
import {isSame} from "../lib/same.ts";
import type {EntryType} from "../model/entry-type.ts";
import {findTemplateFields} from "../model/title.ts";
import {alignEntries} from "./align-entries.ts";
import type {Batch} from "./batch.ts";

/** See `Types.putAll`; inside a batch. */
export async function putTypes(batch: Batch, types: readonly EntryType[]): Promise<EntryType[]> {
  if (types.length === 0) return [];
  const old = await batch.types();
  const put: EntryType[] = [];
  const news: EntryType[] = [];
  for (const type of types) {
    const before = await batch.db.types.get(type.name);
    const after = {...type, version: (before?.version ?? 0) + 1};
    const isNews = !before || !isSame({...after, version: before.version}, before);
    put.push(isNews ? after : before);
    if (!isNews) continue;
    news.push(after);
    await batch.write("types", [{before: before ?? null, after}]);
  }
  const now = await batch.types();
  now.checkLineages();
  for (const {name} of news) {
    checkFields(now.get(name)!);
    await alignEntries(batch, old, name);
  }
  return put;
}

/** What a type says of fields must be of fields that it has. */
function checkFields({name, schema, keyField, titleTemplate = "", unique = []}: EntryType): void {
  const named: [what: string, fields: readonly string[]][] = [
    ["key field", keyField === null ? [] : [keyField]],
    ["field of title", findTemplateFields(titleTemplate)],
    ["unique field", unique.flat()]
  ];
  for (const [what, fields] of named) {
    const missing = fields.find((field) => !Object.hasOwn(schema.properties, field));
    if (missing !== undefined)
      throw new InputError(
        `${what} is not in the schema of ${name}: ${missing} (it has: ${Object.keys(schema.properties).join(", ")})`
      );
  }
}
