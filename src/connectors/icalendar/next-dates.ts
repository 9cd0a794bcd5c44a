import ICAL from "ical.js";
import {InputError, toMessage} from "../../lib/errors.ts";
import {createBudget, walkRule} from "./recurrence.ts";

/**
 * The next days that a rule of RFC 5545 gives (`FREQ=WEEKLY;BYDAY=TU,TH`, with or without `RRULE:` before it), counted
 * from its first day, as ISO dates from `from` on. The first day belongs to them only where it fulfils the rule.
 * Throws `InputError` on a rule that is none, or that nothing fulfils.
 */
export function toNextDates(
  rule: string,
  {start, from, count}: {start: string; from: string; count: number}
): string[] {
  const text = rule.trim().replace(/^RRULE:/i, "");
  const first = Date.parse(start);
  if (Number.isNaN(first)) throw new InputError(`first day is none: ${start}`);
  const recur = parse(text);
  const until = recur.until ? recur.until.toString().slice(0, 10) : "9999-12-31";
  const dates: string[] = [];
  for (const time of walkRule(recur.toJSON(), first, true, createBudget())) {
    const date = new Date(time).toISOString().slice(0, 10);
    if (date > until || dates.length >= count) break;
    const isOff = time === first && !fulfils(recur, first);
    if (date >= from && !isOff) dates.push(date);
  }
  return dates;
}

function parse(text: string): ICAL.Recur {
  try {
    const recur = ICAL.Recur.fromString(text);
    if (!recur.freq) throw new InputError("it has no FREQ");
    return recur;
  } catch (error) {
    throw new InputError(`rule cannot be read: "${text}" (${toMessage(error)})`, {cause: error});
  }
}

/** The standard counts the start in any case; a plan whose first day is a Sunday has no Sunday among its Mondays. */
function fulfils(recur: ICAL.Recur, start: number): boolean {
  const day = ICAL.Time.fromDateString(new Date(start).toISOString().slice(0, 10));
  return recur.iterator(day).next()?.compare(day) === 0;
}
