import {createClockReader, toUtc} from "../kit/kit.ts";

const FORMATS = [
  "yyyy-MM-dd HH:mm:ss",
  "d LLL yyyy, HH:mm",
  "d LLLL yyyy, HH:mm",
  "yyyy-MM-dd'T'HH:mm:ss",
  "yyyy-MM-dd HH:mm",
  "yyyy-MM-dd h:mm:ss a",
  "d LLL yyyy, h:mm a",
  "LLL d, yyyy, h:mm a",
  "yyyy-MM-dd"
];
/** Hevy names months in the language of the phone. */
const LOCALES = ["en-US", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "fi", "cs"];
const MINUTE_MS = 60_000;

/**
 * Reads the times of a workout app as the clock on the wall showed them. One with an offset gives the reading at that
 * offset, so that all are of one kind.
 */
export function createWorkoutClock(): (text: string) => Date | null {
  const read = createClockReader(FORMATS, LOCALES);
  return (text) => {
    const plain = text.replace(/[\u00a0\u202f]/g, " ").trim();
    const moment = toUtc(plain);
    if (!moment) return read(plain);
    return new Date(moment.time.getTime() + (moment.offsetMinutes ?? 0) * MINUTE_MS);
  };
}
