import {toUtc} from "../../lib/utc.ts";

/** The number in an element's text; null where there is none. */
export function toTrackNumber(text: string): number | null {
  if (text === "") return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

/** A text without blanks around it; null where nothing is left. */
export function toTrackText(text: string): string | null {
  return text.trim() || null;
}

/** A time in milliseconds since 1970. One without an offset is UTC, as the schemas of TCX and GPX have it. */
export function toTrackTime(text: string): number | null {
  if (text.endsWith("Z")) {
    // what nearly all files write, and the engine reads fast
    const time = Date.parse(text);
    if (!Number.isNaN(time)) return time;
  }
  const trimmed = text.trim();
  const moment = toUtc(trimmed) ?? toUtc(`${trimmed}Z`);
  return moment?.time.getTime() ?? null;
}

/** The offset that a time is written with; null where it is UTC. */
export function toTrackOffset(text: string): number | null {
  return toUtc(text.trim())?.offsetMinutes ?? null;
}
