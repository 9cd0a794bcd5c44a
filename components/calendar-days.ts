const DAY_MS = 86_400_000;
const WEEK = 7;

/** A day as `2024-02-29`. */
export type Day = string;

/** The day of a time, as UTC counts it. */
export function toDay(date: Date): Day {
  return date.toISOString().slice(0, "2024-02-29".length);
}

/** The weeks that show a month, `2024-02`: whole weeks from Monday on. */
export function toWeeks(month: string): Day[][] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const [year, number] = month.split("-").map(Number) as [number, number];
  const last = new Date(Date.UTC(year, number, 0));
  const start = first.getTime() - ((first.getUTCDay() + 6) % WEEK) * DAY_MS;
  const weeks: Day[][] = [];
  for (let at = start; at <= last.getTime(); at += WEEK * DAY_MS)
    weeks.push(Array.from({length: WEEK}, (_, i) => toDay(new Date(at + i * DAY_MS))));
  return weeks;
}

export function addDays(day: Day, count: number): Day {
  return toDay(new Date(Date.parse(day) + count * DAY_MS));
}

/** The same day of another month, or that month's last. */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0));
  return toDay(new Date(Date.UTC(year, month - 1 + count, Math.min(date, last.getUTCDate()))));
}

/** A moment moved to another day, at the same time of day. */
export function moveToDay(value: string, day: Day): string {
  return value.length > day.length ? day + value.slice(day.length) : day;
}
