import ICAL from "ical.js";
import type {ContentComponent} from "../../formats/content-lines.ts";
import {findProperty} from "../../formats/content-lines.ts";
import type {Field} from "../../formats/field-table.ts";
import {toMessage} from "../../lib/errors.ts";
import {findTime, toInstant} from "./calendar-times.ts";
import type {ReadTime, Window, ZonedTime} from "./expand.ts";
import {expandStarts, toLocal} from "./expand.ts";
import type {HasComponent} from "./fields.ts";
import {COMMON_FIELDS, findInteger, findText, lower} from "./fields.ts";
import type {Budget} from "./recurrence.ts";
import {toMoment} from "./zones.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Rows of one file at most: series beyond are given with their first event only. */
const MAX_EVENTS = 500_000;

/** One event, or one recurrence of an event. */
export interface EventRow extends HasComponent {
  readonly id: string;
  readonly uid: string | null;
  /** The start by the series, in ISO 8601 on the clock of the event; null where the event does not recur. */
  readonly recurrence: string | null;
  readonly isOverride: boolean;
  /** Null where the event has none, or none that can be read. */
  readonly start: ZonedTime | null;
  readonly end: ZonedTime | null;
}

export const EVENT_FIELDS: readonly Field<EventRow>[] = [
  ["event_id", "VARCHAR", ({id}) => id],
  ["uid", "VARCHAR", ({uid}) => uid],
  ["recurrence_id", "VARCHAR", ({recurrence}) => recurrence],
  ["start_time", "TIMESTAMPTZ", ({start}) => toInstant(start)],
  ["end_time", "TIMESTAMPTZ", ({end}) => toInstant(end)],
  ["start_local", "TIMESTAMP", ({start}) => start && new Date(start.local)],
  ["end_local", "TIMESTAMP", ({end}) => end && new Date(end.local)],
  ["tzid", "VARCHAR", ({start}) => (start?.isUtc ? "UTC" : start?.tzid)],
  [
    "utc_offset_minutes",
    "BIGINT",
    ({start}) => {
      const moment = toInstant(start);
      return start && moment ? Math.round((start.local - moment.getTime()) / MINUTE_MS) : null;
    }
  ],
  ["all_day", "BOOLEAN", ({start}) => start?.isDay],
  [
    "duration_minutes",
    "DOUBLE",
    ({start, end}) => (start && end ? toDuration({start, end}) / MINUTE_MS : null)
  ],
  ["location", "VARCHAR", ({component}) => findText(component, "location")],
  ["latitude", "DOUBLE", ({component}) => findPlace(component)[0] ?? null],
  ["longitude", "DOUBLE", ({component}) => findPlace(component)[1] ?? null],
  ["transparency", "VARCHAR", ({component}) => lower(findText(component, "transp"))],
  ["is_recurring", "BOOLEAN", ({recurrence}) => recurrence !== null],
  ["is_override", "BOOLEAN", ({isOverride}) => isOverride],
  ...COMMON_FIELDS
];

export interface EventContext {
  readonly readTime: ReadTime;
  readonly report: (where: string, what: string) => void;
  /** Null where no time in the file can be read. */
  readonly window: Window | null;
  readonly budget: Budget;
}

/** The events of a file with their recurrences; of two versions of an event, the later one (`SEQUENCE`). */
export function toEvents(
  components: readonly ContentComponent[],
  context: EventContext
): {rows: EventRow[]; leftOut: number} {
  const rows = new Map<string, EventRow>();
  let leftOut = 0;
  const add = (row: EventRow): void => {
    const known = rows.get(row.id);
    if (known && isAnother(row, known)) return add({...row, id: `${row.id}/${toStamp(row.start)}`});
    const isKept = known && !(row.isOverride && !known.isOverride) && !isNewer(row, known);
    if (!isKept) rows.set(row.id, row);
  };
  const [overrides, masters] = partition(components, (one) => has(one, "recurrence-id"));
  const series = new Map<string, ZonedTime>();
  for (const component of masters) {
    const span = findSpan(component, context);
    const uid = findText(component, "uid");
    const start = span?.start ?? null;
    const id = uid ?? `${toStamp(start)} ${findText(component, "summary") ?? ""}`;
    if (!span || !isSeries(component) || !context.window) {
      const end = span?.end ?? null;
      add({component, id, uid, recurrence: null, isOverride: false, start, end});
      continue;
    }
    if (uid !== null) series.set(uid, span.start);
    const window = rows.size > MAX_EVENTS ? EMPTY : context.window;
    const found = expandStarts(component, span.start, {...context, window});
    leftOut += found.leftOut;
    for (const {where, what} of found.problems) context.report(where, what);
    for (const local of found.starts) {
      const recurrence = toStamp({...span.start, local});
      const moved = moveSpan(span, local);
      add({component, id: `${id}/${recurrence}`, uid, recurrence, isOverride: false, ...moved});
    }
  }
  for (const component of overrides) {
    const original = findTime(component, "recurrence-id", context.readTime, context.report);
    const uid = findText(component, "uid");
    const known = uid === null ? undefined : series.get(uid);
    const recurrence = toStamp(
      original && known ? {...known, local: toLocal(original, known)} : original
    );
    const {start, end} = findSpan(component, context) ?? {start: null, end: null};
    const id = `${uid ?? ""}/${recurrence}`;
    add({component, id, uid, recurrence, isOverride: true, start, end});
  }
  return {rows: [...rows.values()], leftOut};
}

const EMPTY: Window = {from: 0, to: -Infinity};

interface Span {
  readonly start: ZonedTime;
  readonly end: ZonedTime;
}

/** When an event begins and ends; null where it has no start. Without an end it lasts its day, or no time. */
function findSpan(component: ContentComponent, {readTime, report}: EventContext): Span | null {
  const start = findTime(component, "dtstart", readTime, report);
  if (!start) return null;
  const end = findTime(component, "dtend", readTime, report);
  if (end && end.isDay === start.isDay) return {start, end};
  const length = findDuration(component, report);
  if (length) {
    const days = {...start, local: start.local + length.days * DAY_MS};
    return {start, end: addExact(days, length.exact)};
  }
  return {start, end: start.isDay ? {...start, local: start.local + DAY_MS} : start};
}

/** A `DURATION`: days are days on the calendar, hours are hours on any clock. */
function findDuration(
  component: ContentComponent,
  report: EventContext["report"]
): {days: number; exact: number} | null {
  const property = findProperty(component, "duration");
  if (!property) return null;
  try {
    const {weeks, days, hours, minutes, seconds, isNegative} = ICAL.Duration.fromString(
      String(property.values[0])
    );
    const sign = isNegative ? -1 : 1;
    const exact = ((hours * 60 + minutes) * 60 + seconds) * 1000;
    return {days: sign * (weeks * 7 + days), exact: sign * exact};
  } catch (error) {
    report(`line ${property.line}`, `duration left out: ${toMessage(error)}`);
    return null;
  }
}

/** The span of a recurrence: as long as that of the event, in real time. */
function moveSpan(span: Span, local: number): Span {
  const start = {...span.start, local};
  if (start.isDay || !start.zone)
    return {start, end: {...span.end, local: local + span.end.local - span.start.local}};
  const moved = addExact(start, toDuration(span));
  return {start, end: span.end.zone === start.zone ? {...span.end, local: moved.local} : moved};
}

/** How long a span is, in milliseconds of real time where its zone is known. */
function toDuration({start, end}: Span): number {
  const from = toInstant(start);
  const to = toInstant(end);
  return from && to ? to.getTime() - from.getTime() : end.local - start.local;
}

function addExact(time: ZonedTime, ms: number): ZonedTime {
  if (!time.zone || time.isDay) return {...time, local: time.local + ms};
  const moment = toMoment(time.local, time.zone) + ms;
  return {...time, local: moment + time.zone(moment)};
}

/** A time as the file writes it, in ISO 8601; "" where there is none. */
function toStamp(time: ZonedTime | null): string {
  if (!time) return "";
  const {local, isDay, isUtc} = time;
  const text = new Date(local).toISOString();
  return isDay ? text.slice(0, 10) : text.slice(0, 19) + (isUtc ? "Z" : "");
}

function findPlace(component: ContentComponent): number[] {
  const value = findProperty(component, "geo")?.values[0];
  const place = Array.isArray(value) ? value.map(Number) : [];
  return place.length === 2 && place.every(Number.isFinite) ? place : [];
}

/** Two events by one UID, which some programs write: a later version of one event has a higher number. */
function isAnother(row: EventRow, known: EventRow): boolean {
  if (known.uid === null || row.recurrence !== null) return false;
  return known.start?.local !== row.start?.local && toVersion(row) === toVersion(known);
}

function isNewer(row: EventRow, known: EventRow): boolean {
  return toVersion(row) > toVersion(known);
}

function toVersion({component}: EventRow): number {
  return findInteger(component, "sequence") ?? 0;
}

function isSeries(component: ContentComponent): boolean {
  return has(component, "rrule") || has(component, "rdate");
}

function has({properties}: ContentComponent, name: string): boolean {
  return properties.some((property) => property.name === name);
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
