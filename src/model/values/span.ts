import {Duration} from "luxon";

/** Units as people write them, in the languages that devices export most. */
const UNITS = {
  years: /^(y|yr|yrs|years?)$/,
  months: /^(mo|mos|months?)$/,
  weeks: /^(w|wk|wks|weeks?)$/,
  days: /^(d|days?)$/,
  hours: /^(h|hr|hrs|hours?)$/,
  minutes: /^(m|min|mins|minutes?|['′])$/,
  seconds: /^(s|sec|secs|seconds?|["″])$/
} as const;

type Unit = keyof typeof UNITS;

const SHORT: Readonly<Record<Unit, string>> = {
  years: "y",
  months: "mo",
  weeks: "w",
  days: "d",
  hours: "h",
  minutes: "min",
  seconds: "s"
};

/**
 * A span of time as people write it (`1h 30m`, `1:30` for hours and minutes, `90 min`, `2 days`) or as ISO 8601 does,
 * as ISO 8601: `PT1H30M`. Undefined where the text is none: a number without a unit could be anything.
 */
export function readSpan(text: string): string | undefined {
  const line = text.trim().toLowerCase();
  const parts = line.startsWith("p") ? Duration.fromISO(line.toUpperCase()) : readParts(line);
  return parts?.isValid ? (toIso(parts) ?? undefined) : undefined;
}

/** Whether a value is an ISO 8601 duration, such as `PT1H30M`. */
export function isSpan(value: unknown): value is string {
  return typeof value === "string" && /^-?P/.test(value) && Duration.fromISO(value).isValid;
}

/** A span as people read it: `1 h 30 min`; text that is no span stays as it is. */
export function formatSpan(iso: string): string {
  if (!isSpan(iso)) return iso;
  const parts = Duration.fromISO(iso).toObject();
  const words = (Object.keys(SHORT) as Unit[])
    .filter((unit) => (parts[unit] ?? 0) !== 0)
    .map((unit) => `${parts[unit]} ${SHORT[unit]}`);
  return words.length === 0 ? "0 min" : words.join(" ");
}

function readParts(line: string): Duration | undefined {
  const [, hours, minutes, seconds = "0"] = /^(\d+):([0-5]\d)(?::([0-5]\d))?$/.exec(line) ?? [];
  if (hours !== undefined)
    return Duration.fromObject({
      hours: Number(hours),
      minutes: Number(minutes),
      seconds: Number(seconds)
    });
  const found = [...line.matchAll(/(\d+(?:[.,]\d+)?)\s*([\p{L}'"′″]+)[\s,]*/gu)];
  if (found.length === 0 || found.map(([all]) => all).join("") !== line) return undefined;
  const parts: Partial<Record<Unit, number>> = {};
  for (const [, amount, word] of found) {
    const unit = (Object.keys(UNITS) as Unit[]).find((one) => UNITS[one].test(word!));
    if (unit === undefined || parts[unit] !== undefined) return undefined;
    parts[unit] = Number(amount!.replace(",", "."));
  }
  return Duration.fromObject(parts);
}

/** Ninety minutes are an hour and a half; days stay days, since not all of them have 24 hours. */
function toIso(span: Duration): string | null {
  const {years, months, weeks, days, ...time} = span.toObject();
  const clock = Duration.fromObject(time).shiftTo("hours", "minutes", "seconds").toObject();
  const parts = Object.entries({years, months, weeks, days, ...clock}).filter(([, n]) => n);
  return parts.length === 0 ? "PT0S" : Duration.fromObject(Object.fromEntries(parts)).toISO();
}
