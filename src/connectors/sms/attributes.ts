import type {XmlElement} from "../../formats/xml-tree.ts";
import {createClockReader} from "../kit/times.ts";

const MINUTE_MS = 60_000;
const QUARTER_MINUTES = 15;
const MAX_OFFSET_MINUTES = 14 * 60;
/** How Android writes dates in the languages of its users; the first is that of the United States. */
const READABLE = [
  "MMM d, yyyy h:mm:ss a",
  "d MMM yyyy HH:mm:ss",
  "d MMM yyyy h:mm:ss a",
  "dd.MM.yyyy HH:mm:ss",
  "d. MMM yyyy HH:mm:ss",
  "yyyy-MM-dd HH:mm:ss",
  "dd/MM/yyyy HH:mm:ss",
  "dd-MM-yyyy HH:mm:ss"
];

/** The text of an attribute; the app writes "null" for none. */
export function getText(element: XmlElement, name: string): string | null {
  const text = element.attributes.get(name)?.trim();
  return text === undefined || text === "" || text === "null" ? null : text;
}

/** A whole number; null where there is none. */
export function getInteger(element: XmlElement, name: string): number | null {
  const text = getText(element, name);
  const number = text === null ? NaN : Number(text);
  return Number.isSafeInteger(number) ? number : null;
}

/** Milliseconds since 1970 as a moment; 0 stands for none. */
export function getTime(element: XmlElement, name: string): Date | null {
  const number = getInteger(element, name);
  return number === null || number <= 0 || number > 8.64e15 ? null : new Date(number);
}

/** The name in the address book; the app writes "(Unknown)" for none. */
export function getContact(element: XmlElement): string | null {
  const name = getText(element, "contact_name");
  return name === "(Unknown)" ? null : name;
}

/** A number without blanks and marks; a name that sends messages (`Amazon`) stays as it is. */
export function normaliseAddress(address: string): string {
  const plain = address.trim();
  if (!/\d{3}/.test(plain) || /[^\d\s()+./\-\u2010-\u2015\u00a0]/.test(plain)) return plain;
  return plain.replace(/[^\d+]/g, "");
}

/**
 * What the phone's clock was ahead of UTC, in minutes: the difference of `readable_date`, which it shows, and `date`,
 * where that is a whole number of quarters of an hour. Null where the date is written in a way that is not known.
 */
export function createOffsetReader(): (element: XmlElement) => number | null {
  const readClock = createClockReader(READABLE);
  let last: number | null = null;
  return (element) => {
    const time = getTime(element, "date");
    const text = getText(element, "readable_date")?.replace(/[\u202f\u00a0]/g, " ");
    if (!time || text === undefined) return null;
    if (last !== null && shows(text, time.getTime() + last * MINUTE_MS)) return last;
    const clock = readClock(text);
    if (!clock) return null;
    const minutes = Math.round((clock.getTime() - time.getTime()) / MINUTE_MS);
    const quarters = Math.round(minutes / QUARTER_MINUTES) * QUARTER_MINUTES;
    const isOffset = Math.abs(minutes - quarters) <= 1 && Math.abs(quarters) <= MAX_OFFSET_MINUTES;
    return isOffset ? (last = quarters) : null;
  };
}

/** Whether a date has the day and time of a clock: an offset stays the same for long, and reading dates is slow. */
function shows(text: string, local: number): boolean {
  const clock = new Date(local);
  const [, hour, minute, second] = /(\d{1,2}):(\d\d):(\d\d)/.exec(text) ?? [];
  const hours = clock.getUTCHours();
  return (
    Number(second) === clock.getUTCSeconds() &&
    Number(minute) === clock.getUTCMinutes() &&
    Number(hour) % 12 === hours % 12 &&
    new RegExp(`(?<!\\d)0?${clock.getUTCDate()}(?!\\d)`).test(text)
  );
}

/** FNV-1a (Fowler, Noll, Vo) over UTF-16 units, 32 bits in hex: tells texts of one second and number apart. */
export function hashShort(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; ++i)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
