import type {LinkColumn} from "../link-tables.ts";
import type {DateText} from "../plan/date-text.ts";
import {toDateText} from "../plan/date-text.ts";
import {createColumnComparer} from "./column-comparer.ts";
import type {Comparer, Level} from "./comparer.ts";
import {MISSING, numberLevels} from "./comparer.ts";
import {isOneSlip} from "./edits.ts";

const LEVELS = [
  {name: "same", expected: 0.8},
  {name: "day and month swapped", expected: 0.02},
  {name: "one digit differs", expected: 0.06},
  {name: "same day of another year", expected: 0.02},
  {name: "a year apart", expected: 0.02},
  {name: "same year", expected: 0.03},
  {name: "different", expected: 0.05},
  MISSING
] as const satisfies readonly Level[];
const [SAME, SWAPPED, SLIP, DAY, YEAR_APART, YEAR, OTHER] = numberLevels(LEVELS);
const NO_DAY = "0000";

/** Days and years. What is no date is compared by its letters. */
export function compareDates(column: LinkColumn): Comparer {
  const dates = column.texts.map(
    (text): DateText => toDateText(text) ?? {digits: text, swapped: undefined}
  );
  return createColumnComparer(column, {
    levels: LEVELS,
    forms: dates.map(({digits}) => digits),
    compare: (x, y) => compareTwo(dates[x]!, dates[y]!)
  });
}

function compareTwo(a: DateText, b: DateText): number {
  if (a.digits === b.digits) return SAME;
  const [year, other] = [a.digits.slice(0, 4), b.digits.slice(0, 4)];
  const [day, otherDay] = [a.digits.slice(4), b.digits.slice(4)];
  if (day === NO_DAY && otherDay === NO_DAY)
    return Math.abs(Number(year) - Number(other)) <= 1 ? YEAR_APART : OTHER;
  if (day === NO_DAY || otherDay === NO_DAY) return year === other ? YEAR : OTHER;
  if (a.swapped === b.digits) return SWAPPED;
  if (isOneSlip(a.digits, b.digits)) return SLIP;
  if (day === otherDay) return DAY;
  return year === other ? YEAR : OTHER;
}
