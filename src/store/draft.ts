import {InputError} from "../lib/errors.ts";
import type {Value} from "../model/column.ts";
import type {EntryType} from "../model/entry-type.ts";
import type {Entry, EntryDraft, Fields} from "../model/entry.ts";
import {toFieldValue} from "../model/entry.ts";
import {toTitle} from "../model/title.ts";

/** A new entry of a draft, still without a slug. */
export function toNewEntry(
  draft: EntryDraft,
  type: EntryType,
  {id, at}: {id: string; at: number}
): Omit<Entry, "slug"> {
  const fields = toStoredFields(draft.fields);
  return {
    id,
    type: type.name,
    title: toTitle(fields, type),
    fields,
    tags: toTags(draft.tags ?? []),
    source: draft.source ?? null,
    created: at,
    updated: at,
    revision: 1
  };
}

/** The fields as JSON holds them; what is `undefined` is left out. Throws `InputError` on functions and the like. */
export function toStoredFields(fields: Fields): Fields {
  const stored: [string, unknown][] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (typeof value === "function" || typeof value === "symbol")
      throw new InputError(`field value cannot be kept: ${name} is a ${typeof value}`);
    stored.push([name, isInexpressible(value) ? null : toFieldValue(value as Value)]);
  }
  return Object.fromEntries(stored);
}

/** Tags without blanks and doubles, in their order. */
export function toTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ""))];
}

/** NaN and the infinities, and a date that is none: JSON has no word for them. */
function isInexpressible(value: unknown): boolean {
  return (
    (typeof value === "number" && !Number.isFinite(value)) ||
    (value instanceof Date && Number.isNaN(value.getTime()))
  );
}
