import {createClockReader} from "../kit/times.ts";

export type DateOrder = "dmy" | "mdy" | "ymd";

const NAMED = [
  "d LLL yyyy",
  "d LLL yy",
  "d. LLL yyyy",
  "LLL d, yyyy",
  "LLL d yyyy",
  "d-LLL-yyyy",
  "d-LLL-yy",
  "d LLLL yyyy",
  "d. LLLL yyyy",
  "LLLL d, yyyy"
];
const LOCALES = ["en-US", "de", "fr", "nl", "es"];
/** Quicken writes `1/15' 4` and `1/15'2004`. */
const PARTS = /^(\d{1,4})[-./ ]+(\d{1,2})[-./' ]+(\d{1,4})(?:[T ].*)?$/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/;
/** Two digits up to this one are of this century. */
const LAST_SHORT_YEAR = 69;

export interface DayReader {
  /** Null for what is no day. */
  readonly read: (text: string) => Date | null;
  /** False where day and month could be read either way. */
  readonly isSure: boolean;
  readonly order: DateOrder;
}

/**
 * Reads the days of a file, all in one order: that which fits all of them; where both do, that in which the file is
 * sorted, as statements are; where that does not tell either, day first where they are written with dots.
 */
export function createDayReader(texts: readonly string[], given?: DateOrder): DayReader {
  const readNamed = createClockReader(NAMED, LOCALES);
  const {order, isSure} = given ? {order: given, isSure: true} : guessOrder(texts);
  return {
    order,
    isSure,
    read: (text) => readParts(text.trim(), order) ?? readNamed(text.trim().replace(/\s+/g, " "))
  };
}

function guessOrder(texts: readonly string[]): {order: DateOrder; isSure: boolean} {
  const samples = texts.map((text) => text.trim()).filter((text) => PARTS.test(text));
  if (samples.length === 0 || samples.every((text) => /^\d{4}/.test(text)))
    return {order: "ymd", isSure: true};
  const orders = (["dmy", "mdy"] as const).filter((order) =>
    samples.every((text) => /^\d{4}/.test(text) || readParts(text, order) !== null)
  );
  if (orders.length === 1) return {order: orders[0]!, isSure: true};
  const sorted = (["dmy", "mdy"] as const).filter((order) => isSorted(samples, order));
  if (sorted.length === 1) return {order: sorted[0]!, isSure: true};
  const hasDots = samples.some((text) => text.includes("."));
  return {order: hasDots ? "dmy" : "mdy", isSure: hasDots};
}

function isSorted(texts: readonly string[], order: DateOrder): boolean {
  const times = texts.map((text) => readParts(text, order)?.getTime() ?? 0);
  const isRising = times.every((time, i) => i === 0 || time >= times[i - 1]!);
  return isRising || times.every((time, i) => i === 0 || time <= times[i - 1]!);
}

function readParts(text: string, order: DateOrder): Date | null {
  const [, a, b, c] = COMPACT.exec(text) ?? PARTS.exec(text) ?? [];
  if (a === undefined || b === undefined || c === undefined) return null;
  if (a.length === 4) return toDay(a, b, c);
  if (order === "ymd") return a.length === 2 && c.length <= 2 ? toDay(a, b, c) : null;
  return order === "dmy" ? toDay(c, b, a) : toDay(c, a, b);
}

function toDay(yearText: string, monthText: string, dayText: string): Date | null {
  const short = Number(yearText);
  const year = yearText.length > 2 ? short : short + (short > LAST_SHORT_YEAR ? 1900 : 2000);
  const date = new Date(Date.UTC(year, Number(monthText) - 1, Number(dayText)));
  const fits =
    date.getUTCMonth() + 1 === Number(monthText) && date.getUTCDate() === Number(dayText);
  return fits && year > 1900 && year < 2200 ? date : null;
}
