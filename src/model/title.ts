import {toText} from "../lib/text.ts";
import type {EntryType} from "./entry-type.ts";
import type {Fields} from "./entry.ts";

const MAX_TITLE_LENGTH = 300;

/**
 * What stands for the entry in lists, on one line: what the title template makes of the fields, else the title field's
 * value, else the first field with text, else that it has no title. Text is text: nothing in it is ever markup.
 */
export function toTitle(
  fields: Fields,
  {titleField, titleTemplate, label}: Pick<EntryType, "titleField" | "titleTemplate" | "label">
): string {
  const filled = titleTemplate === undefined ? "" : fillTemplate(titleTemplate, fields);
  if (filled !== "") return filled;
  const own = toLine(Object.hasOwn(fields, titleField) ? fields[titleField] : undefined);
  if (own !== "") return own;
  const text = Object.values(fields).find(
    (value) => typeof value === "string" && toLine(value) !== ""
  );
  return text === undefined ? `Untitled ${label.toLowerCase()}` : toLine(text);
}

/** The fields that a title template names, in order. */
export function findTemplateFields(template: string): string[] {
  return splitTemplate(template).names;
}

/**
 * The template's text with values in the place of `{names}`. A field without a value takes the brackets around it and
 * the text that would join it along: of `{maker} {model} ({year})` without a model stays `Acme (1999)`.
 */
function fillTemplate(template: string, fields: Fields): string {
  const {names, texts} = splitTemplate(template);
  const values = names.map((name) => toLine(Object.hasOwn(fields, name) ? fields[name] : null));
  values.forEach((value, i) => {
    if (value === "") [texts[i], texts[i + 1]] = dropBrackets(texts[i]!, texts[i + 1]!);
  });
  let title = "";
  let joint = texts[0]!;
  values.forEach((value, i) => {
    const after = texts[i + 1]!;
    if (value !== "") {
      title += joint + value;
      joint = after;
    } else if (title === "") joint = "";
    else if (after.trim().length > joint.trim().length) joint = after;
  });
  return toLine(values.at(-1) === "" ? title : title + joint);
}

/** What stands before and after a field, without a pair of brackets that holds the field and nothing else of worth. */
function dropBrackets(before: string, after: string): [string, string] {
  const opened = /[([][^)\]]*$/.exec(before);
  const closed = /^[^([]*?[)\]]/.exec(after);
  return opened && closed
    ? [before.slice(0, opened.index), after.slice(closed[0].length)]
    : [before, after];
}

function splitTemplate(template: string): {names: string[]; texts: string[]} {
  const parts = template.split(/\{([^{}]+)\}/);
  return {
    names: parts.filter((_, i) => i % 2 === 1).map((name) => name.trim()),
    texts: parts.filter((_, i) => i % 2 === 0)
  };
}

function toLine(value: unknown): string {
  const text = toText(value).slice(0, 4 * MAX_TITLE_LENGTH);
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > MAX_TITLE_LENGTH ? `${line.slice(0, MAX_TITLE_LENGTH - 1)}…` : line;
}
