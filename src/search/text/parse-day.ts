import {DateTime} from "luxon";

const SPANS = {d: "days", w: "weeks", m: "months", y: "years"} as const;
const DAY_FORMATS = ["d.M.yyyy", "M/d/yyyy", "d.M.yy"];

/** From the first millisecond of what a date names to before its last (UTC): a day, a month, a year, a week. */
export type TimeSpan = readonly [from: number, to: number];

/**
 * `2024`, `2024-03`, `2024-03-09`, `2024-W10`, `9.3.2024`, `today`, `yesterday`, `7d` (seven days ago; `w`, `m`, `y`);
 * undefined where a text names no time.
 */
export function parseDay(text: string, now: number): TimeSpan | undefined {
  const today = DateTime.fromMillis(now, {zone: "utc"}).startOf("day");
  if (text === "today") return toSpan(today, "day");
  if (text === "yesterday") return toSpan(today.minus({days: 1}), "day");
  const [, count, unit] = /^(\d{1,4})([dwmy])$/.exec(text) ?? [];
  if (unit !== undefined)
    return toSpan(today.minus({[SPANS[unit as keyof typeof SPANS]]: Number(count)}), "day");
  const iso = DateTime.fromISO(text, {zone: "utc"});
  if (iso.isValid && /^\d{4}/.test(text)) {
    if (/^\d{4}$/.test(text)) return toSpan(iso, "year");
    if (/^\d{4}-\d\d$/.test(text)) return toSpan(iso, "month");
    return toSpan(iso, /w\d\d$/i.test(text) ? "week" : "day");
  }
  for (const format of DAY_FORMATS) {
    const day = DateTime.fromFormat(text, format, {zone: "utc"});
    if (day.isValid) return toSpan(day, "day");
  }
  return undefined;
}

function toSpan(time: DateTime, unit: "day" | "week" | "month" | "year"): TimeSpan {
  const from = time.startOf(unit);
  return [from.toMillis(), from.plus({[unit]: 1}).toMillis()];
}
