/** Seconds from 1601, when Windows and Chrome begin to count, to 1970; and to 2001, when Apple does. */
const SECONDS_1601_TO_1970 = 11_644_473_600;
const SECONDS_1970_TO_2001 = 978_307_200;
const MAX_DATE_MS = 8.64e15;

/** Microseconds since 1601, as Chrome writes them; 0 stands for none. */
export function fromChromeTime(value: unknown): Date | null {
  const micros = toNumber(value);
  return micros === null ? null : toDate(micros / 1000 - SECONDS_1601_TO_1970 * 1000);
}

/** Microseconds since 1970, as Firefox and Google Takeout write them; 0 stands for none. */
export function fromMicros(value: unknown): Date | null {
  const micros = toNumber(value);
  return micros === null ? null : toDate(micros / 1000);
}

/** Seconds since 1970, as HTML bookmarks have them; some programs write milli- or microseconds. */
export function fromSeconds(value: unknown): Date | null {
  const number = toNumber(value);
  if (number === null) return null;
  if (number > 1e14) return toDate(number / 1000);
  return toDate(number > 1e11 ? number : number * 1000);
}

/** Seconds since 2001, as Safari writes them. */
export function fromAppleTime(value: unknown): Date | null {
  const seconds = toNumber(value);
  return seconds === null ? null : toDate((seconds + SECONDS_1970_TO_2001) * 1000);
}

/** The host of an address without `www.`; null where it has none. */
export function toDomain(url: string | null): string | null {
  const host = /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url ?? "")?.[1];
  return host?.toLowerCase().replace(/^www\./, "") ?? null;
}

function toNumber(value: unknown): number | null {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  const plain = typeof number === "bigint" ? Number(number) : number;
  return typeof plain === "number" && Number.isFinite(plain) && plain > 0 ? plain : null;
}

function toDate(ms: number): Date | null {
  return Math.abs(ms) < MAX_DATE_MS ? new Date(Math.round(ms)) : null;
}
