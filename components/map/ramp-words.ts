import {formatCount, formatDay} from "../format-value.ts";
import type {Colouring} from "./colouring.ts";

const NUMBER = new Intl.NumberFormat("en-US", {maximumSignificantDigits: 6});

/** The ends of a ramp as people read them, and how many points are grey; "" where none is. */
export function toRampWords({low, high, isTime, codes, count}: Extract<Colouring, {of: "ramp"}>): {
  readonly low: string;
  readonly high: string;
  readonly none: string;
} {
  const toWords = (value: number): string => (isTime ? formatDay(value) : NUMBER.format(value));
  const rest = codes.length - count;
  return {
    low: toWords(low),
    high: toWords(high),
    none: rest === 0 ? "" : `No value ${formatCount(rest)}`
  };
}
