import {toJson, sortNames} from "../../lib/json.ts";
import type {Edge} from "../../model/edge.ts";
import type {Entry} from "../../model/entry.ts";

/** An entry as a line: what people look for first, fields in the order of their names, nothing that is empty. */
export function toEntryLine(entry: Entry, formerSlugs: readonly string[]): string {
  const {slug, title, fields, tags, id, created, updated, revision, source} = entry;
  return toJson({
    slug,
    title,
    fields: sortNames(fields),
    ...(tags.length > 0 && {tags}),
    ...(formerSlugs.length > 0 && {formerSlugs}),
    id,
    created: new Date(created).toISOString(),
    updated: new Date(updated).toISOString(),
    revision,
    ...(source && {source: sortNames(source)})
  });
}

/** An edge as a line. */
export function toEdgeLine({
  id,
  from,
  to,
  fields,
  created,
  updated,
  revision,
  ...rest
}: Edge): string {
  const {source, confidence} = rest;
  return toJson({
    from,
    to,
    ...(Object.keys(fields).length > 0 && {fields: sortNames(fields)}),
    id,
    created: new Date(created).toISOString(),
    updated: new Date(updated).toISOString(),
    revision,
    ...(source && {source: sortNames(source)}),
    ...(typeof confidence === "number" && {confidence})
  });
}
