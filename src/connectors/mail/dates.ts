import type {Moment} from "../../lib/utc.ts";
import {toUtc} from "../../lib/utc.ts";

const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
const RFC_5322 =
  /(\d{1,2})[ -]+([A-Za-z]{3})[a-z]*\.?[ -]+(\d{4}|\d{2})[ ,]+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)? *(.*)$/;
const ASCTIME = /([A-Z][a-z]{2}) +(\d{1,2}) +(\d{1,2}):(\d\d):(\d\d)(?: +[A-Z+-][\w:]*)? +(\d{4})/;
/** Hours ahead of UTC of the zones that RFC 822 knew by name. */
const ZONES: Readonly<Record<string, number>> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7
};

/**
 * The moment of a `Date` header. One without a zone is taken as UTC (RFC 5322, 4.3 says the same of zones that nobody
 * knows); null for a text that is no date.
 */
export function toMailTime(text: string): Moment | null {
  const plain = text
    .replace(/\([^)]*\)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const match = RFC_5322.exec(plain);
  if (!match) return toUtc(plain);
  const [, day, month = "", year = "", hour, minute, second = "0", zone = ""] = match;
  const offsetMinutes = toOffset(zone);
  const time = toTime(toYear(year), month, day!, hour!, minute!, second);
  return time === null
    ? null
    : {time: new Date(time - (offsetMinutes ?? 0) * 60_000), offsetMinutes};
}

/** The moment of the line that separates messages, which mailboxes write in UTC; null where it has none. */
export function toSeparatorTime(text: string): Date | null {
  const [, month = "", day = "", hour = "", minute = "", second = "", year = ""] =
    ASCTIME.exec(text) ?? [];
  const time = toTime(Number(year), month, day, hour, minute, second);
  return time === null ? null : new Date(time);
}

function toTime(
  year: number,
  month: string,
  ...[day, hour, minute, second]: readonly string[]
): number | null {
  const at = MONTHS.toLowerCase().indexOf(month.slice(0, 3).toLowerCase());
  if (month === "" || at < 0 || at % 3 !== 0) return null;
  const seconds = Math.min(Number(second), 59);
  const time = Date.UTC(year, at / 3, Number(day), Number(hour), Number(minute), seconds);
  return Number.isNaN(time) ? null : time;
}

/** RFC 5322, 4.3: two digits are of this century up to 49. */
function toYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function toOffset(zone: string): number | null {
  const digits = /^([+-])(\d\d):?(\d\d)/.exec(zone);
  if (!digits) {
    const hours = ZONES[zone.slice(0, 3).toUpperCase()];
    return hours === undefined ? null : hours * 60;
  }
  const [, sign, hours, minutes] = digits;
  const size = Number(hours) * 60 + Number(minutes);
  return sign === "-" ? -size : size;
}
