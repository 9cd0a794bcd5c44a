import {toPlainText} from "../../lib/text-fingerprint.ts";
import type {Feature, Reason} from "../match-record.ts";

const SAME_TEXT = 0.15;
const SAME_NUMBER = 0.2;
const OTHER_NUMBER = -0.15;
const SAME_DATE = 0.3;
const OTHER_DATE = -0.2;
/** Many small reasons are no great one. */
const MAX_REASONS = 4;
/** Longer texts are seldom typed twice, and say little that is short. */
const MAX_TEXT_LENGTH = 60;
const DATE = /^\d{4}-\d\d-\d\d/;

/** Values of the same fields: numbers and dates that are equal or not, texts that are equal. */
export const compareValues: Feature = (a, b) => {
  const reasons = Object.entries(a.fields).flatMap(([field, value]): Reason[] => {
    if (Object.hasOwn(a.keys, field) || !Object.hasOwn(b.fields, field)) return [];
    const reason = compareValue(value, b.fields[field], a.title);
    return reason ? [{...reason, what: `${field.replaceAll("_", " ")}: ${reason.what}`}] : [];
  });
  return reasons.sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight)).slice(0, MAX_REASONS);
};

function compareValue(a: unknown, b: unknown, title: string): Reason | undefined {
  if (typeof a === "number" && typeof b === "number")
    return a === b
      ? {what: `${a}, the same`, weight: SAME_NUMBER}
      : {what: `${b}, not ${a}`, weight: OTHER_NUMBER};
  if (typeof a !== "string" || typeof b !== "string") return undefined;
  if (DATE.test(a) && DATE.test(b))
    return a.slice(0, 10) === b.slice(0, 10)
      ? {what: `${a.slice(0, 10)}, the same`, weight: SAME_DATE}
      : {what: `${b.slice(0, 10)}, not ${a.slice(0, 10)}`, weight: OTHER_DATE};
  const isSame = a !== "" && a !== title && a.length <= MAX_TEXT_LENGTH;
  return isSame && toPlainText(a) === toPlainText(b)
    ? {what: `${a}, the same`, weight: SAME_TEXT}
    : undefined;
}
