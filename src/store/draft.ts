import {InputError} from "../lib/errors.ts";
import {toText} from "../lib/text.ts";
import type {Value} from "../model/column.ts";
import type {EntryType} from "../model/entry-type.ts";
import type {Entry, EntryDraft, Fields} from "../model/entry.ts";
import {toFieldValue} from "../model/entry.ts";

const MAX_TITLE_LENGTH = 300;

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

/**
 * What stands for the entry in lists: the title field's value on one line, else the first field with text,
 * else that it has no title. Text is text: nothing in it is ever markup.
 */
export function toTitle(fields: Fields, {titleField, label}: EntryType): string {
  const title = toLine(fields[titleField]);
  if (title !== "") return title;
  const text = Object.values(fields).find(
    (value) => typeof value === "string" && toLine(value) !== ""
  );
  return text === undefined ? `Untitled ${label.toLowerCase()}` : toLine(text);
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

function toLine(value: unknown): string {
  const text = toText(value).slice(0, 4 * MAX_TITLE_LENGTH);
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > MAX_TITLE_LENGTH ? `${line.slice(0, MAX_TITLE_LENGTH - 1)}…` : line;
}

/** NaN and the infinities, and a date that is none: JSON has no word for them. */
function isInexpressible(value: unknown): boolean {
  return (
    (typeof value === "number" && !Number.isFinite(value)) ||
    (value instanceof Date && Number.isNaN(value.getTime()))
  );
}
