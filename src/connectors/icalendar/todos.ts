import type {ContentComponent} from "../../formats/content-lines.ts";
import {findProperty} from "../../formats/content-lines.ts";
import type {Field} from "../../formats/field-table.ts";
import {findTime, toInstant} from "./calendar-times.ts";
import type {EventContext} from "./events.ts";
import type {ZonedTime} from "./expand.ts";
import type {HasComponent} from "./fields.ts";
import {COMMON_FIELDS, findInteger, findText, findUtc} from "./fields.ts";

/** A task, or an entry of a journal; a series of them is one row, with its rule. */
export interface NoteRow extends HasComponent {
  readonly id: string;
  readonly uid: string | null;
  readonly start: ZonedTime | null;
  readonly due: ZonedTime | null;
}

const ID_FIELDS: readonly Field<NoteRow>[] = [
  ["uid", "VARCHAR", ({uid}) => uid],
  ["recurrence_id", "VARCHAR", ({component}) => findProperty(component, "recurrence-id")?.raw],
  ["start_time", "TIMESTAMPTZ", ({start}) => toInstant(start)],
  ["start_local", "TIMESTAMP", ({start}) => start && new Date(start.local)],
  ["tzid", "VARCHAR", ({start, due}) => toZoneName(start ?? due)]
];

export const TODO_FIELDS: readonly Field<NoteRow>[] = [
  ["todo_id", "VARCHAR", ({id}) => id],
  ...ID_FIELDS,
  ["due_time", "TIMESTAMPTZ", ({due}) => toInstant(due)],
  ["due_local", "TIMESTAMP", ({due}) => due && new Date(due.local)],
  ["completed", "TIMESTAMPTZ", ({component}) => findUtc(component, "completed")],
  ["percent_complete", "BIGINT", ({component}) => findInteger(component, "percent-complete")],
  ["priority", "BIGINT", ({component}) => findInteger(component, "priority")],
  ["location", "VARCHAR", ({component}) => findText(component, "location")],
  ...COMMON_FIELDS
];

export const JOURNAL_FIELDS: readonly Field<NoteRow>[] = [
  ["journal_id", "VARCHAR", ({id}) => id],
  ...ID_FIELDS,
  ...COMMON_FIELDS
];

/** The tasks or journal entries among the components of a file. */
export function toNotes(
  components: readonly ContentComponent[],
  {readTime, report}: EventContext
): NoteRow[] {
  return components.map((component) => {
    const uid = findText(component, "uid");
    const start = findTime(component, "dtstart", readTime, report);
    const due = findTime(component, "due", readTime, report);
    const recurrence = findProperty(component, "recurrence-id")?.raw;
    const named =
      uid ?? `${findText(component, "dtstamp") ?? ""} ${findText(component, "summary") ?? ""}`;
    return {component, uid, start, due, id: recurrence ? `${named}/${recurrence}` : named};
  });
}

function toZoneName(time: ZonedTime | null): string | null {
  return time?.isUtc ? "UTC" : (time?.tzid ?? null);
}
