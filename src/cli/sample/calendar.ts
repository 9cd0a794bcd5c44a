/**
 * A day is a whole number of days since 1970-01-01, a minute a number of minutes since local midnight.
 * The sample town keeps US Pacific time.
 */
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const MIDWINTER = 10;

export const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
export const MONTH_NAMES =
  "January February March April May June July August September October November December".split(
    " "
  );

/** The day of an ISO date such as 2025-03-14. */
export function toDay(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
}

/** A day as 2025-03-14. */
export function toIsoDate(day: number): string {
  return toDate(day).toISOString().slice(0, 10);
}

/** A day as a `Date` at midnight UTC. */
export function toDate(day: number): Date {
  return new Date(day * DAY_MS);
}

/** Every day from first to last, both included, both ISO dates. */
export function listDays(first: string, last: string): number[] {
  const start = toDay(first);
  return Array.from({length: toDay(last) - start + 1}, (_, i) => start + i);
}

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function isWeekend(day: number): boolean {
  return weekdayOf(day) % 6 === 0;
}

/** 1 to 12. */
export function monthOf(day: number): number {
  return toDate(day).getUTCMonth() + 1;
}

export function yearOf(day: number): number {
  return toDate(day).getUTCFullYear();
}

/** How much winter a day is: 1 in the middle of January, 0 in the middle of July. */
export function winterOf(day: number): number {
  return (1 + Math.cos((2 * Math.PI * (day - toDay("2023-01-01") - MIDWINTER)) / 365.25)) / 2;
}

/** Local time as milliseconds since 1970, UTC. */
export function toEpoch(day: number, minute: number): number {
  return day * DAY_MS + (minute + 60 * hoursBehind(day)) * MINUTE_MS;
}

/** Local wall-clock time of an instant, as a `Date` whose UTC fields hold it. */
export function toWallClock(epoch: number): Date {
  const day = Math.floor(epoch / DAY_MS - 0.3);
  return new Date(epoch - 60 * hoursBehind(day) * MINUTE_MS);
}

/** An instant as 2025-03-14T22:40:00Z. */
export function toInstant(epoch: number): string {
  return `${new Date(epoch).toISOString().slice(0, 19)}Z`;
}

/** A minute of the day as 07:05. */
export function toClock(minute: number): string {
  const whole = Math.floor(minute);
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}

/** Hours that the clock stands behind UTC: daylight time from March's second to November's first Sunday. */
function hoursBehind(day: number): number {
  const year = yearOf(day);
  const isSummer = day >= findSunday(`${year}-03-08`) && day < findSunday(`${year}-11-01`);
  return isSummer ? 7 : 8;
}

function findSunday(from: string): number {
  const day = toDay(from);
  return day + ((7 - weekdayOf(day)) % 7);
}
