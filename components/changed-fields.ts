import type {Entry} from "../src/index.ts";
import {isSame} from "../src/index.ts";
import {getOwn} from "./get-own.ts";

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
    .map((name) => ({
      name,
      before: getOwn(before.fields, name),
      after: getOwn(after.fields, name)
    }))
    .filter((change) => !isSame(change.before, change.after));
  if (!isSame(before.tags, after.tags))
    changes.push({name: "tags", before: before.tags, after: after.tags});
  return changes;
}
