import {expect, test} from "vitest";
import {toNextDates} from "../../src/connectors/icalendar/next-dates.ts";

test.each([
  ["FREQ=WEEKLY;BYDAY=TU,SA", "2025-01-21", ["2026-11-21", "2026-11-24", "2026-11-28"]],
  [
    "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SU",
    "2025-02-02",
    ["2026-11-22", "2026-12-06", "2026-12-20"]
  ],
  ["FREQ=MONTHLY;BYDAY=1SA", "2025-04-05", ["2026-12-05", "2027-01-02", "2027-02-06"]],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "2025-01-31", ["2026-11-30", "2026-12-31", "2027-01-31"]],
  ["FREQ=DAILY;UNTIL=20261123T000000Z", "2026-11-01", ["2026-11-21", "2026-11-22", "2026-11-23"]],
  ["FREQ=DAILY;COUNT=3", "2026-11-20", ["2026-11-21", "2026-11-22"]],
  // a plan whose first day is a Sunday has no Sunday among its Mondays
  ["FREQ=WEEKLY;BYDAY=MO", "2026-11-22", ["2026-11-23", "2026-11-30", "2026-12-07"]]
])("toNextDates(%j) from %s gives its next days", (rule, start, dates) => {
  expect(toNextDates(rule, {start, from: "2026-11-21", count: 3})).toEqual(dates);
});

test.each(["every Tuesday", "FREQ=SOMETIMES", "BYDAY=TU", ""])(
  "toNextDates refuses %j with words",
  (rule) => {
    const ask = () => toNextDates(rule, {start: "2025-01-01", from: "2026-11-21", count: 3});
    expect(ask).toThrow(/^rule cannot be read/);
  }
);
