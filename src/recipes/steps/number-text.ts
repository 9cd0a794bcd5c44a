import {quoteText} from "../../lib/sql.ts";
import {isWholeType} from "../sql-types.ts";
import {toTrimmedSql} from "./text.ts";

/** Blanks that stand between thousands: the plain one, and those that do not break. */
const BLANKS = " \u00a0\u2009\u202f";
const APOSTROPHES = "'’";
/** A currency: its sign or its three letters. */
const CURRENCY = String.raw`(?:\p{Sc}|[A-Z]{3})`;

/** How numbers are written as text, and what type they are to have. */
interface NumberStyle {
  readonly type: string;
  readonly decimal?: "." | "," | undefined;
  readonly thousands?: string | undefined;
}

/**
 * A number written as text, null where it is none: with a sign before or after it or in an accountant's parentheses,
 * with a currency on either side, and with marks between thousands where they stand as they should, so that `1,5` is
 * never 15. What is no whole number does not fit a whole type; a cast would round it.
 */
export function toNumberSql(text: string, style: NumberStyle): string {
  const mark = toMarkPattern(style.thousands);
  const toNumber = (amount: string): string => {
    const plain = mark === "" ? amount : regexpReplace(amount, mark, "", true);
    const number = style.decimal === "," ? `replace(${plain}, ',', '.')` : plain;
    return `WHEN ${isNumberSql(amount, style)} THEN TRY_CAST(${number} AS ${style.type})`;
  };
  // few numbers need more than the first look
  return `CASE ${toNumber(text)} ${toNumber(toAmountSql(toTrimmedSql(text)))} END`;
}

/** True of a text that is written as such a number, without sign elsewhere and currency. */
export function isNumberSql(amount: string, {type, decimal, thousands}: NumberStyle): string {
  const mark = toMarkPattern(thousands);
  const point = decimal === "," ? "," : String.raw`\.`;
  const digits =
    mark === "" ? String.raw`\d+` : String.raw`(?:\d+|\d{1,3}(?:${mark}\d{2,3})*${mark}\d{3})`;
  const pattern = isWholeType(type)
    ? `[-+]?${digits}(?:${point}0*)?`
    : String.raw`[-+]?(?:${digits}(?:${point}\d*)?|${point}\d+)(?:[eE][-+]?\d+)?`;
  return `regexp_full_match(${amount}, ${quoteText(pattern)})`;
}

/** The number in a text with its sign before it, and without a currency. */
export function toAmountSql(text: string): string {
  const minus = `replace(${text}, '−', '-')`;
  const unwrapped = regexpReplace(minus, String.raw`^\((.+)\)$`, String.raw`-\1`);
  const signed = regexpReplace(unwrapped, "^(.*[^-])-$", String.raw`-\1`);
  const before = String.raw`^([-+]?)\s*${CURRENCY}\s*([-+]?)`;
  const bare = regexpReplace(signed, before, String.raw`\1\2`);
  return regexpReplace(bare, `[${BLANKS}]*${CURRENCY}$`, "");
}

function regexpReplace(
  text: string,
  pattern: string,
  replacement: string,
  isGlobal = false
): string {
  return `regexp_replace(${text}, ${quoteText(pattern)}, ${quoteText(replacement)}${isGlobal ? ", 'g'" : ""})`;
}

/** A blank stands for all blanks, an apostrophe for both. */
function toMarkPattern(mark = ""): string {
  if (mark === "") return "";
  if (BLANKS.includes(mark)) return `[${BLANKS}]`;
  if (APOSTROPHES.includes(mark)) return `[${APOSTROPHES}]`;
  return mark.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
