import {foldText} from "../../lib/text.ts";
import {toLabel} from "../../model/entry-type.ts";
import type {ObjectSchema} from "../../model/schema.ts";

const TAKES_NO_TEXT = ["reference", "computed", "file", "image"];

/** The fields that a cell of text can fill, with the words on their label. */
export function toPastableFields({properties}: ObjectSchema): {name: string; label: string}[] {
  return Object.entries(properties)
    .filter(([, schema]) => {
      const hinted = schema["x-lakebook"] ?? schema.items?.["x-lakebook"];
      return !TAKES_NO_TEXT.includes(hinted?.kind ?? "");
    })
    .map(([name, {title}]) => ({name, label: title ?? toLabel(name)}));
}

/**
 * The field of each column by its heading: the field's name or label, whatever case, accents and marks; a unit in
 * brackets behind it is left aside. No field is there twice.
 */
export function mapColumns(
  headings: readonly string[],
  schema: ObjectSchema
): (string | undefined)[] {
  const fields = new Map<string, string>();
  for (const {name, label} of toPastableFields(schema))
    for (const word of [name, label]) if (!fields.has(fold(word))) fields.set(fold(word), name);
  const taken = new Set<string>();
  return headings.map((heading) => {
    const name = fields.get(fold(heading)) ?? fields.get(fold(heading.replace(/[([].*$/, "")));
    if (name === undefined || taken.has(name)) return undefined;
    taken.add(name);
    return name;
  });
}

function fold(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]+/gu, "");
}
