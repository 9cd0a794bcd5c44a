import {DateTime} from "luxon";

/**
 * How all connectors keep times. Where the offset from UTC is known, a column is TIMESTAMPTZ in UTC, and the offset
 * stands beside it as `utc_offset_minutes` (a BIGINT, null where the file writes UTC and not the clock on the wall).
 * Where it is not known, a column is TIMESTAMP, the clock's reading as it stands in the file: no zone is guessed.
 */
export interface Moment {
  /** In UTC. */
  readonly time: Date;
  /** What the clock on the wall was ahead of UTC; null where the text says `Z`, which is no place's clock. */
  readonly offsetMinutes: number | null;
}

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?(Z|UTC|[+-]\d\d:?(?:\d\d)?)$/;
const MINUTE_MS = 60_000;

/** A moment with its offset, such as `2014-09-21 07:08:47 +0100` or `2024-05-01T06:00:00.5Z`; null for any other text. */
export function toUtc(text: string): Moment | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second = "0", fraction = "", offset = "Z"] = match;
  const clock = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(fraction.padEnd(3, "0").slice(0, 3))
  );
  if (new Date(clock).getUTCDate() !== Number(day) || Number(month) > 12) return null;
  if (Number(minute) > 59 || Number(second) > 59) return null;
  if (offset === "Z" || offset === "UTC") return {time: new Date(clock), offsetMinutes: null};
  const sign = offset.startsWith("-") ? -1 : 1;
  const digits = offset.slice(1).replace(":", "").padEnd(4, "0");
  const minutes = sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
  return {time: new Date(clock - minutes * MINUTE_MS), offsetMinutes: minutes};
}

/**
 * A clock's reading without a zone, for a TIMESTAMP: by the first of the formats that fits, which are luxon's
 * (`d LLL yyyy, HH:mm`), with English names of months; null where none fits.
 */
export function toClock(text: string, formats: readonly string[]): Date | null {
  for (const format of formats) {
    const time = DateTime.fromFormat(text, format, {zone: "utc", locale: "en-US"});
    if (time.isValid) return time.toJSDate();
  }
  return null;
}

/** A clock's reading in a known zone (IANA's name) as a moment; null where the zone is not known. */
export function toZoned(clock: Date, zone: string): Moment | null {
  const local = DateTime.fromJSDate(clock, {zone: "utc"}).setZone(zone, {keepLocalTime: true});
  return local.isValid ? {time: local.toJSDate(), offsetMinutes: local.offset} : null;
}

/** Milliseconds since 1970, as text or number, as a moment in UTC; null where they are no time. */
export function fromEpochMs(value: string | number): Date | null {
  if (value === "") return null;
  const date = new Date(Number(value));
  return Number.isNaN(date.getTime()) ? null : date;
}
