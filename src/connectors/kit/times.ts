import {DateTime} from "luxon";
import type {Moment} from "../../lib/utc.ts";

/*
 * How all connectors keep times. Where the offset from UTC is known, a column is TIMESTAMPTZ in UTC, and the offset
 * stands beside it as `utc_offset_minutes` (a BIGINT, null where the file writes UTC and not the clock on the wall).
 * Where it is not known, a column is TIMESTAMP, the clock's reading as it stands in the file: no zone is guessed.
 */

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

/**
 * `toClock` for the texts of a whole file, of which many are the same, and which may name months in one of several
 * languages (`de`, `fr` …): what fitted the last text is tried first.
 */
export function createClockReader(
  formats: readonly string[],
  locales: readonly string[] = ["en-US"]
): (text: string) => Date | null {
  const ways = locales.flatMap((locale) => formats.map((format) => ({locale, format})));
  const known = new Map<string, Date | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    let found: Date | null = null;
    for (const [i, {locale, format}] of ways.entries()) {
      const time = DateTime.fromFormat(text, format, {zone: "utc", locale});
      if (!time.isValid) continue;
      ways.unshift(...ways.splice(i, 1));
      found = time.toJSDate();
      break;
    }
    known.set(text, found);
    return found;
  };
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
