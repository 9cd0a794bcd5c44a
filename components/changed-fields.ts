import type {Change, Entry} from "../src/index.ts";
import {isSame} from "../src/index.ts";
import {getOwn} from "./get-own.ts";

/** One field in two states of a record; undefined where it was not there. */
export interface FieldChange {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Values = Readonly<Record<string, unknown>>;

/** What every record has and counts by itself, or says in its name. */
const OWN_NAMES = ["id", "name", "created", "updated", "revision", "version", "decided"];

/** What two states of an entry differ in; the tags count as a field. */
export function changedFields(before: Entry | null, after: Entry | null): FieldChange[] {
  return compare(toEntryValues(before), toEntryValues(after));
}

/** What a change of any record did to it. */
export function toFieldChanges({
  table,
  before,
  after
}: Pick<Change, "table" | "before" | "after">): FieldChange[] {
  const toValues = (record: Change["before"]): Values =>
    table === "entries" ? toEntryValues(record as Entry | null) : toRecordValues(record);
  return compare(toValues(before), toValues(after));
}

function compare(before: Values, after: Values): FieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((name) => ({name, before: getOwn(before, name), after: getOwn(after, name)}))
    .filter((change) => !isSame(change.before, change.after));
}

function toEntryValues(entry: Entry | null): Values {
  if (!entry) return {};
  return {...entry.fields, ...(entry.tags.length > 0 && {tags: entry.tags})};
}

/** An edge's own fields count as its others do. */
function toRecordValues(record: Change["before"]): Values {
  if (!record) return {};
  const values = Object.entries(record).filter(([name]) => !OWN_NAMES.includes(name));
  const {fields, ...rest} = Object.fromEntries(values) as Values & {fields?: Values};
  return {...rest, ...fields};
}
