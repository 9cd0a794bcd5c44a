import {isClock} from "../../src/index.ts";
import type {Control} from "./control.ts";
import {renderTextBox} from "./text-box.ts";

export const date: Control = {
  expected: "a day",
  fits: isDay,
  render: (drawing) => renderTextBox(drawing, {type: "date"})
};

/** A date with its time. */
export const moment: Control = {
  expected: "a day and a time",
  // which times are meant: the reader's own are shown, one and the same for everybody is kept
  hint: `In local time (${Intl.DateTimeFormat().resolvedOptions().timeZone}), kept as UTC.`,
  fits: isMoment,
  toText: (value) => toLocalText(new Date(value as string)),
  toValue: (text) => {
    const at = new Date(text);
    return Number.isNaN(at.getTime()) ? text : at.toISOString();
  },
  render: (drawing) => renderTextBox(drawing, {type: "datetime-local", step: "1"})
};

/** A time of day. */
export const clock: Control = {
  expected: "a time of day",
  fits: isClock,
  render: (drawing) => renderTextBox(drawing, {type: "time"})
};

/** A day that is in the calendar, such as `2024-02-29`. */
function isDay(value: unknown): boolean {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

function isMoment(value: unknown): boolean {
  return (
    typeof value === "string" &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

/** As `datetime-local` takes it. */
function toLocalText(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, at.getUTCSeconds() === 0 ? 16 : 19);
}
