import type {Entry} from "../src/index.ts";
import {isSame} from "../src/index.ts";

/** One field in two states of an entry; undefined where it was not there. */
export interface FieldChange {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What two states of an entry differ in; the tags count as a field. */
export function changedFields(before: Entry, after: Entry): FieldChange[] {
  const names = new Set([...Object.keys(before.fields), ...Object.keys(after.fields)]);
  const changes: FieldChange[] = [...names]
    .filter((name) => !isSame(before.fields[name], after.fields[name]))
    .map((name) => ({name, before: before.fields[name], after: after.fields[name]}));
  if (!isSame(before.tags, after.tags))
    changes.push({name: "tags", before: before.tags, after: after.tags});
  return changes;
}
