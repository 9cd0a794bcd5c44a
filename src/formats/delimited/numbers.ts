import type {NumberMarks} from "../../model/delimited.ts";

const BLANK = "[ \\u00a0\\u202f]";
const INTEGER = "(?:0|[1-9]\\d*)";
const grouped = (mark: string): string => `[1-9]\\d{0,2}(?:${mark}\\d{3})+`;

/** A way in which numbers may be written. The order is that in which they are believed. */
export interface NumberStyle extends NumberMarks {
  readonly pattern: RegExp;
}

const toStyle = (decimal: "." | ",", thousands: string, mark: string): NumberStyle => {
  const point = decimal === "." ? "\\." : ",";
  const whole = mark === "" ? INTEGER : `(?:${grouped(mark)}|${INTEGER})`;
  const exponent = mark === "" && decimal === "." ? "(?:[eE][+-]?\\d{1,3})?" : "";
  const pattern = new RegExp(`^-?(?:${whole}(?:${point}\\d*)?|${point}\\d+)${exponent}$`);
  return {decimal, thousands, pattern};
};

export const PLAIN = toStyle(".", "", "");
const DECIMAL_COMMA = toStyle(",", "", "");

export const NUMBER_STYLES: readonly NumberStyle[] = [
  PLAIN,
  DECIMAL_COMMA,
  toStyle(".", ",", ","),
  toStyle(",", ".", "\\."),
  toStyle(".", " ", BLANK),
  toStyle(",", " ", BLANK),
  toStyle(".", "'", "['’]"),
  toStyle(",", "'", "['’]")
];

/** Integers beyond this many digits may not be a BIGINT. */
const MAX_DIGITS = 18;
/** What a DOUBLE keeps of an integer. */
const MAX_EXACT_DIGITS = 15;

/** A text in its own marks as the language of numbers has it. */
export function toPlainNumber(text: string, {decimal, thousands}: NumberMarks): string {
  const joined =
    thousands === ""
      ? text
      : thousands === " "
        ? text.replace(/[ \u00a0\u202f]/g, "")
        : thousands === "'"
          ? text.replace(/['’]/g, "")
          : text.replaceAll(thousands, "");
  return decimal === "," ? joined.replace(",", ".") : joined;
}

/** The type of numbers written in plain: text where a number would not keep all of their digits. */
export function toNumberType(plain: readonly string[]): "BIGINT" | "DOUBLE" | "VARCHAR" {
  let hasFraction = false;
  let longest = 0;
  for (const text of plain) {
    if (/[.eE]/.test(text)) hasFraction = true;
    else longest = Math.max(longest, text.length - (text.startsWith("-") ? 1 : 0));
  }
  if (hasFraction) return longest > MAX_EXACT_DIGITS ? "VARCHAR" : "DOUBLE";
  return longest > MAX_DIGITS ? "VARCHAR" : "BIGINT";
}
