import ICAL from "ical.js";
import type {ContentProperty} from "../../formats/content-lines.ts";
import {toParameter} from "../../formats/content-lines.ts";

/** A time as a calendar writes it: what a clock on the wall shows, and where that clock hangs. */
export interface WallTime {
  /** The reading of the clock as if it were UTC, in milliseconds since 1970. */
  readonly local: number;
  /** A day, without a time. */
  readonly isDay: boolean;
  readonly isUtc: boolean;
  /** The zone as the file names it; null where there is none: any clock, wherever one is. */
  readonly tzid: string | null;
}

// ical.js writes what is missing as nothing: `2024-05-01T::` is a day whose type was left unsaid
const WALL_TIME = /^(\d{4})-(\d\d)-(\d\d)(?:T::|T(\d\d):(\d\d):(\d\d)?(Z)?)?$/;

/** A value of a property, as jCal writes it, as a time; null where it is none. */
export function toWallTime(value: unknown, property: ContentProperty): WallTime | null {
  const match = typeof value === "string" ? WALL_TIME.exec(value) : null;
  if (!match) return null;
  const [, year, month, day, hour, minute, second, utc] = match;
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    // a leap second is the last one of its minute
    Math.min(Number(second ?? 0), 59)
  );
  const isDay = hour === undefined;
  const back = new Date(local);
  if (back.getUTCMonth() + 1 !== Number(month) || back.getUTCDate() !== Number(day)) return null;
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) return null;
  const isUtc = utc !== undefined;
  return {local, isDay, isUtc, tzid: isDay || isUtc ? null : toParameter(property, "tzid")};
}

/** A clock's reading as ical.js counts with it; it is given no zone, since zones are resolved here. */
export function toIcalTime(local: number, isDay: boolean): ICAL.Time {
  const date = new Date(local);
  return new ICAL.Time(
    {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      second: date.getUTCSeconds(),
      isDate: isDay
    },
    ICAL.Timezone.localTimezone
  );
}

/** The inverse of `toIcalTime`. */
export function fromIcalTime({year, month, day, hour, minute, second}: ICAL.Time): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
