import ICAL from "ical.js";
import {InputError} from "../../lib/errors.ts";
import {omit} from "../../lib/omit.ts";
import {fromIcalTime, toIcalTime} from "./wall-time.ts";

/** Steps that one rule may take: a rule that nothing fulfils would go on for ever. */
const MAX_RULE_STEPS = 100_000;

/** What the rules of a file may still take together, in steps of ical.js. */
export interface Budget {
  steps: number;
}

/** A budget for the rules of one file: several seconds of work at the most. */
export function createBudget(): Budget {
  return {steps: 500_000};
}

/** An iterator of ical.js that gives up on a rule that nothing fulfils. */
class BoundedIterator extends ICAL.RecurIterator {
  // not `#steps`: the constructor above already walks, before fields of this class are there
  declare steps: number | undefined;
  declare budget: Budget | undefined;

  override check_contracting_rules(): boolean {
    this.step();
    return super.check_contracting_rules();
  }

  override increment_month(): void {
    this.step();
    super.increment_month();
  }

  override increment_year(inc: number): void {
    this.step();
    super.increment_year(inc);
  }

  private step(): void {
    this.steps = (this.steps ?? 0) + 1;
    const left = this.budget ? --this.budget.steps : 1;
    if (this.steps > MAX_RULE_STEPS || left < 0)
      throw new InputError(`rule not fulfilled within ${this.steps} steps`);
  }
}

/** How much of a time in ISO 8601 is the same within a period. */
const PERIOD_LENGTHS: Readonly<Record<string, number>> = {
  YEARLY: 4,
  MONTHLY: 7,
  DAILY: 10,
  HOURLY: 13,
  MINUTELY: 16
};

/** A rule in parts, as ical.js reads it. */
export function toRule(value: unknown): ICAL.Recur {
  return ICAL.Recur.fromData(value as Parameters<typeof ICAL.Recur.fromData>[0]);
}

/**
 * The readings of the clock that a rule gives from a start on, that start first. By RFC 5545 the start belongs to them
 * and counts as one, whether or not it fulfils the rule. `until` is not looked at: it may be on another clock.
 *
 * Throws what ical.js throws of a rule without sense, and `InputError` of one that nothing fulfils.
 */
export function* walkRule(
  value: unknown,
  start: number,
  isDay: boolean,
  budget: Budget
): Generator<number, void, undefined> {
  yield start;
  const parts = omit(value as Readonly<Record<string, unknown>>, ["until"]);
  const rule = toRule(parts);
  const positions = toNumbers(rule.getComponent("BYSETPOS"));
  const times =
    positions.length > 0
      ? walkPositions(parts, rule, start, isDay, positions, budget)
      : walkTimes(rule, start, isDay, budget);
  let count = 1;
  for (const time of times) {
    if (rule.count && count >= rule.count) return;
    if (time <= start) continue;
    yield time;
    ++count;
  }
}

function* walkTimes(
  rule: ICAL.Recur,
  start: number,
  isDay: boolean,
  budget: Budget
): Generator<number> {
  const iterator = new BoundedIterator({rule, dtstart: toIcalTime(start, isDay)});
  iterator.budget = budget;
  for (let time = iterator.next(); time; time = iterator.next()) yield fromIcalTime(time);
}

/** ical.js knows BYSETPOS of some rules by month only; here the times of each period are gathered, and picked from. */
function* walkPositions(
  parts: Readonly<Record<string, unknown>>,
  rule: ICAL.Recur,
  start: number,
  isDay: boolean,
  positions: readonly number[],
  budget: Budget
): Generator<number> {
  const others = omit(parts, ["bysetpos", "count"]);
  let period = "";
  let times: number[] = [];
  const pick = (): number[] =>
    positions
      .map((position) => times.at(position > 0 ? position - 1 : position))
      .filter((time) => time !== undefined)
      .sort((a, b) => a - b);
  const first = toPeriodStart(rule, start);
  for (const time of walkTimes(toRule(others), first, isDay, budget)) {
    const next = toPeriod(rule, time);
    if (next !== period) {
      yield* pick();
      times = [];
      period = next;
    }
    times.push(time);
  }
  yield* pick();
}

/** The first moment of a start's period with that start's time of day: what comes before it counts for positions. */
function toPeriodStart(rule: ICAL.Recur, start: number): number {
  const date = new Date(start);
  const clock = start - Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  if (rule.freq === "YEARLY") return Date.UTC(date.getUTCFullYear(), 0, 1) + clock;
  if (rule.freq === "MONTHLY")
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) + clock;
  if (rule.freq === "WEEKLY") return toWeek(rule, start) + clock;
  return start;
}

function toPeriod(rule: ICAL.Recur, time: number): string {
  const text = new Date(time).toISOString();
  if (rule.freq === "WEEKLY") return String(toWeek(rule, time));
  return text.slice(0, PERIOD_LENGTHS[rule.freq] ?? text.length);
}

/** Midnight of the first day of a week. */
function toWeek(rule: ICAL.Recur, time: number): number {
  const date = new Date(time);
  const back = (date.getUTCDay() + 1 - rule.wkst + 7) % 7;
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - back);
}

function toNumbers(values: readonly unknown[]): number[] {
  return values.map(Number).filter((value) => Number.isInteger(value) && value !== 0);
}
