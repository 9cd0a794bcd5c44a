import {omit} from "../../lib/omit.ts";
import {toText} from "../../lib/text.ts";
import type {Entry, Fields} from "../../model/entry.ts";

/** One change that is made to many entries. */
export type BulkEdit =
  | {readonly do: "set"; readonly field: string; readonly value: unknown}
  | {readonly do: "clear"; readonly field: string}
  /** In texts and in lists of texts; the case of letters counts. */
  | {readonly do: "replace"; readonly field: string; readonly find: string; readonly by: string}
  | {readonly do: "add tag" | "remove tag"; readonly tag: string};

/** An entry's fields after a change; the same ones where it changes nothing. */
export function editFields(edit: BulkEdit, {fields}: Pick<Entry, "fields">): Fields {
  switch (edit.do) {
    case "set":
      return edit.value === undefined
        ? omit(fields, [edit.field])
        : {...fields, [edit.field]: edit.value};
    case "clear":
      return omit(fields, [edit.field]);
    case "replace": {
      const value = Object.hasOwn(fields, edit.field) ? fields[edit.field] : undefined;
      const replaced = replaceIn(value, edit.find, edit.by);
      return replaced === value ? fields : {...fields, [edit.field]: replaced};
    }
    default:
      return fields;
  }
}

export function editTags(edit: BulkEdit, {tags}: Pick<Entry, "tags">): readonly string[] {
  if (edit.do === "add tag") return tags.includes(edit.tag) ? tags : [...tags, edit.tag];
  return edit.do === "remove tag" ? tags.filter((tag) => tag !== edit.tag) : tags;
}

/** What a change looks at, before or after it, as text. */
export function toEditedText(
  edit: BulkEdit,
  {fields, tags}: Pick<Entry, "fields" | "tags">
): string {
  if (!("field" in edit)) return tags.join(", ");
  const value = Object.hasOwn(fields, edit.field) ? fields[edit.field] : undefined;
  return Array.isArray(value) ? value.map(toText).join(", ") : toText(value);
}

function replaceIn(value: unknown, find: string, by: string): unknown {
  if (find === "") return value;
  if (typeof value === "string")
    return value.includes(find) ? value.replaceAll(find, () => by) : value;
  if (
    !Array.isArray(value) ||
    !value.some((item) => typeof item === "string" && item.includes(find))
  )
    return value;
  return value.map((item: unknown) => replaceIn(item, find, by));
}
