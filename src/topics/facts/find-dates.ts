import type {Fact} from "./fact.ts";

/** A day as people write it has a month in it: by name, or between two other numbers. */
const DAY =
  /\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\d.*\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d/i;
const DAY_LENGTH = "2024-01-01".length;

/**
 * Days that a text names with day and month, in English (by chrono-node); a year that is left out is that of `near`.
 * What counts from today (tomorrow, next week) is left out: nobody knows when it was written.
 */
export async function createDateFinder(): Promise<(text: string, near: Date) => Fact[]> {
  const {en} = await import("chrono-node");
  const GB = en.GB;
  return (text, near) =>
    // reading a line in full costs much more than seeing that it names no day
    (DAY.test(text) ? GB.parse(text, near) : []).flatMap(({start, index, text: found}): Fact[] => {
      if (!start.isCertain("day") || !start.isCertain("month")) return [];
      if (!DAY.test(found) || /\b(ago|in|last|next|within)\b/i.test(found)) return [];
      const day = [start.get("year")!, start.get("month")!, start.get("day")!];
      const value = day.map((part) => String(part).padStart(2, "0")).join("-");
      return value.length === DAY_LENGTH
        ? [{kind: "date", value, start: index, end: index + found.length}]
        : [];
    });
}
