const RELATIVE = new Intl.RelativeTimeFormat("en", {numeric: "auto"});
const JUST_NOW_MS = 45_000;
const SPANS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365 * 86_400_000],
  ["month", 30 * 86_400_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000]
];

/** A moment as people say it: "3 hours ago". */
export function formatAgo(time: number | Date, now: number = Date.now()): string {
  const elapsed = Number(time) - now;
  if (Math.abs(elapsed) < JUST_NOW_MS) return "just now";
  const [unit, span] = SPANS.find(([, ms]) => Math.abs(elapsed) >= ms)!;
  return RELATIVE.format(Math.round(elapsed / span), unit);
}
