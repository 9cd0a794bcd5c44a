import {FixedOffsetZone, IANAZone} from "luxon";
import type {ContentComponent} from "../../formats/content-lines.ts";
import {findProperties, findProperty, toContentText} from "../../formats/content-lines.ts";
import {createBudget, toRule, walkRule} from "./recurrence.ts";
import {fromIcalTime, toWallTime} from "./wall-time.ts";
import {WINDOWS_ZONES} from "./windows-zones.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Changes of the clock that a file's own rules give at most: two a year for longer than anybody keeps a calendar. */
const MAX_CHANGES = 1000;

/** What a zone's clocks are ahead of UTC, in milliseconds, at a moment. */
export type Zone = (moment: number) => number;

/**
 * The moment at which a zone's clocks show a time. Of a time that they show twice it is the first, and a time that they
 * leap over is read with the offset of before (RFC 5545, 3.3.5).
 */
export function toMoment(local: number, zone: Zone): number {
  const before = zone(local - DAY_MS);
  const after = zone(local + DAY_MS);
  if (zone(local - before) === before) return local - before;
  return zone(local - after) === after ? local - after : local - before;
}

/**
 * The zone of a name: by the file's own definition, else by IANA's name (also at the end of a longer one, such as
 * `/mozilla.org/20070129_1/Europe/Berlin`), by Windows' name, or by an offset; null where it is none of these.
 */
export function findZone(tzid: string, own: ReadonlyMap<string, ContentComponent>): Zone | null {
  const definition = own.get(tzid);
  const defined = definition && toOwnZone(definition);
  if (defined) return defined;
  const name = WINDOWS_ZONES[tzid.trim()] ?? findIanaName(tzid.trim());
  if (name) {
    const zone = IANAZone.create(name);
    return (moment) => zone.offset(moment) * MINUTE_MS;
  }
  const fixed = FixedOffsetZone.parseSpecifier(tzid.trim().replace(/^GMT/i, "UTC"));
  return fixed ? () => fixed.offset(0) * MINUTE_MS : null;
}

function findIanaName(tzid: string): string | undefined {
  const parts = tzid.split("/").filter((part) => part !== "");
  return parts.map((_, i) => parts.slice(i).join("/")).find((name) => IANAZone.isValidZone(name));
}

/** The zone that a `VTIMEZONE` defines; null where it has no rule that can be read. */
function toOwnZone({components}: ContentComponent): Zone | null {
  const changes = components.flatMap(toChanges).sort((a, b) => a.moment - b.moment);
  const [first] = changes;
  if (!first) return null;
  return (moment) => {
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (changes[middle]!.moment <= moment) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? first.before : changes[low - 1]!.after;
  };
}

/** A moment at which clocks were set, with the offsets before and after. */
interface Change {
  readonly moment: number;
  readonly before: number;
  readonly after: number;
}

function toChanges(part: ContentComponent): Change[] {
  const before = toOffset(toContentText(findProperty(part, "tzoffsetfrom")));
  const after = toOffset(toContentText(findProperty(part, "tzoffsetto")));
  const property = findProperty(part, "dtstart");
  const start = property && toWallTime(property.values[0], property);
  if (before === null || after === null || !start) return [];
  const times = new Set([start.local]);
  for (const dates of findProperties(part, "rdate"))
    for (const value of dates.values) {
      const time = toWallTime(value, dates);
      if (time) times.add(time.isUtc ? time.local + before : time.local);
    }
  for (const {values} of findProperties(part, "rrule"))
    for (const time of readRule(values[0], start.local, before)) times.add(time);
  return [...times].map((local) => ({moment: local - before, before, after}));
}

function readRule(value: unknown, start: number, offset: number): number[] {
  const times: number[] = [];
  try {
    const {until} = toRule(value);
    const isUtc = String((value as {until?: unknown}).until).endsWith("Z");
    const end = until ? fromIcalTime(until) + (isUtc ? offset : 0) : Infinity;
    for (const time of walkRule(value, start, false, createBudget())) {
      if (time > end || times.length >= MAX_CHANGES) break;
      times.push(time);
    }
  } catch {
    return times; // what could be read of a rule without sense; the zone's other rules hold
  }
  return times;
}

/** An offset such as `+01:00` or `-043000`, in milliseconds. */
function toOffset(text: string | null): number | null {
  const match = /^([+-])(\d\d):?(\d\d)(?::?(\d\d))?$/.exec(text ?? "");
  if (!match) return null;
  const [, sign, hours, minutes, seconds = "0"] = match;
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS + Number(seconds) * 1000;
  return sign === "-" ? -size : size;
}
