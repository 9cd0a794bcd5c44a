import {formatCount} from "../format-value.ts";
import type {Colouring} from "./colouring.ts";

const NUMBER = new Intl.NumberFormat("en-US", {maximumSignificantDigits: 6});
const DAY_CHARACTERS = 10;

/** The ends of a ramp as people read them, and how many points are grey; "" where none is. */
export function toRampWords({low, high, isTime, codes, count}: Extract<Colouring, {of: "ramp"}>): {
  readonly low: string;
  readonly high: string;
  readonly none: string;
} {
  const toWords = (value: number): string =>
    // columns hold days and times of no zone, as UTC
    isTime ? new Date(value).toISOString().slice(0, DAY_CHARACTERS) : NUMBER.format(value);
  const rest = codes.length - count;
  return {
    low: toWords(low),
    high: toWords(high),
    none: rest === 0 ? "" : `No value ${formatCount(rest)}`
  };
}
