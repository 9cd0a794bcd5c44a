/** Which part of a date of numbers comes first. */
export type DateOrder = "dmy" | "mdy" | "ymd";

/** How a date is written, as far as its text tells. */
export interface DateShape {
  /** As `strptime` has it; where day and month are both numbers, and the year comes last, `%d` and `%m` in that order. */
  readonly format: string;
  /** The two numbers before the year, where the order of day and month is not told. */
  readonly numbers?: readonly [number, number];
  readonly hasTime: boolean;
}

const CLOCK = String.raw`(?:(T|,? )(\d{1,2}):\d{2}(:\d{2})?(\.\d{1,6})?( ?[AaPp][Mm])?)?`;
const YEAR_FIRST = new RegExp(String.raw`^\d{4}([-/.])(\d{1,2})\1(\d{1,2})${CLOCK}$`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${CLOCK}$`);
const DAY_NAMED = new RegExp(String.raw`^(\d{1,2})([ -])([A-Za-z]{3,9})\2(\d{4}|\d{2})${CLOCK}$`);
const MONTH_NAMED = new RegExp(String.raw`^([A-Za-z]{3,9}) (\d{1,2}), (\d{4})${CLOCK}$`);

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december"
];
const MIN_LENGTH = 6;
const MAX_LENGTH = 40;

/** The shape of a text that is a date in numbers or with an English month; undefined of all others. */
export function toDateShape(text: string): DateShape | undefined {
  if (text.length < MIN_LENGTH || text.length > MAX_LENGTH) return undefined;
  let match = YEAR_FIRST.exec(text);
  if (match) {
    const [, mark, month, day, ...clock] = match;
    if (!isMonth(Number(month)) || !isDay(Number(day))) return undefined;
    return toShape(`%Y${mark}%m${mark}%d`, clock);
  }
  match = YEAR_LAST.exec(text);
  if (match) {
    const [, first, mark, second, year, ...clock] = match;
    const numbers = [Number(first), Number(second)] as const;
    if (!numbers.every(isDay) || !numbers.some(isMonth)) return undefined;
    return {...toShape(`%d${mark}%m${mark}${toYear(year!)}`, clock), numbers};
  }
  match = DAY_NAMED.exec(text);
  if (match) {
    const [, day, mark, name, year, ...clock] = match;
    const month = toMonthFormat(name!);
    if (month === undefined || !isDay(Number(day))) return undefined;
    return toShape(`%d${mark}${month}${mark}${toYear(year!)}`, clock);
  }
  match = MONTH_NAMED.exec(text);
  if (match) {
    const [, name, day, , ...clock] = match;
    const month = toMonthFormat(name!);
    if (month === undefined || !isDay(Number(day))) return undefined;
    return toShape(`${month} %d, %Y`, clock);
  }
  return undefined;
}

/** The format with the month before the day. */
export function toMonthFirst(format: string): string {
  return format.replace("%d", "%x").replace("%m", "%d").replace("%x", "%m");
}

/** The moment that a text of one of these formats names, in UTC; undefined where there is none, as on the 30th of February. */
export function parseDate(text: string, formats: readonly string[]): Date | undefined {
  for (const format of formats) {
    const date = toReader(format)(text);
    if (date) return date;
  }
  return undefined;
}

type Reader = (text: string) => Date | undefined;

const READERS = new Map<string, Reader>();

function toReader(format: string): Reader {
  let reader = READERS.get(format);
  if (!reader) READERS.set(format, (reader = createReader(format)));
  return reader;
}

const PARTS: Readonly<Record<string, string>> = {
  "%Y": String.raw`(?<Y>\d{4})`,
  "%y": String.raw`(?<y>\d{2})`,
  "%m": String.raw`(?<m>\d{1,2})`,
  "%d": String.raw`(?<d>\d{1,2})`,
  "%b": String.raw`(?<b>[A-Za-z]{3})`,
  "%B": String.raw`(?<b>[A-Za-z]{3,9})`,
  "%H": String.raw`(?<H>\d{1,2})`,
  "%I": String.raw`(?<H>\d{1,2})`,
  "%M": String.raw`(?<M>\d{2})`,
  "%S": String.raw`(?<S>\d{2})`,
  "%f": String.raw`(?<f>\d{1,6})`,
  "%p": String.raw`(?<p>[AaPp][Mm])`
};
/** Years of two digits from here on are of the last century, as in POSIX. */
const CENTURY_TURN = 69;

function createReader(format: string): Reader {
  const pattern = format
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/%[a-zA-Z]/g, (part) => PARTS[part] ?? part);
  const regexp = new RegExp(`^${pattern}$`);
  return (text) => {
    const {Y, y, m, d, b, H = "0", M = "0", S = "0", f = "", p} = regexp.exec(text)?.groups ?? {};
    if (d === undefined) return undefined;
    const short = Number(y);
    const year = Y === undefined ? short + (short < CENTURY_TURN ? 2000 : 1900) : Number(Y);
    const month = m === undefined ? findMonth(b!) : Number(m) - 1;
    const hours = p === undefined ? Number(H) : (Number(H) % 12) + (/^p/i.test(p) ? 12 : 0);
    if (hours > 23 || Number(M) > 59 || Number(S) > 59) return undefined;
    const date = new Date(0);
    date.setUTCFullYear(year, month, Number(d));
    if (date.getUTCMonth() !== month || date.getUTCDate() !== Number(d)) return undefined;
    date.setUTCHours(hours, Number(M), Number(S), Number(f.padEnd(3, "0").slice(0, 3)));
    return date;
  };
}

function toShape(day: string, clock: readonly (string | undefined)[]): DateShape {
  const [mark, , seconds, fraction, half] = clock;
  if (mark === undefined) return {format: day, hasTime: false};
  const hours = half === undefined ? "%H" : "%I";
  const tail = half === undefined ? "" : half.startsWith(" ") ? " %p" : "%p";
  const time = `${hours}:%M${seconds === undefined ? "" : ":%S"}${fraction === undefined ? "" : ".%f"}${tail}`;
  return {format: `${day}${mark}${time}`, hasTime: true};
}

function toYear(year: string): string {
  return year.length === 2 ? "%y" : "%Y";
}

function findMonth(name: string): number {
  const lower = name.toLowerCase();
  return MONTHS.findIndex((month) => month === lower || month.slice(0, 3) === lower);
}

/** "May" is short and long. */
function toMonthFormat(name: string): string | undefined {
  if (findMonth(name) < 0) return undefined;
  return name.length === 3 ? "%b" : "%B";
}

function isMonth(number: number): boolean {
  return number >= 1 && number <= 12;
}

function isDay(number: number): boolean {
  return number >= 1 && number <= 31;
}
