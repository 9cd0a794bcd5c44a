/** A moment, and what the clock on the wall showed. */
export interface Moment {
  /** In UTC. */
  readonly time: Date;
  /** How far the clock on the wall was ahead of UTC; null where the text says `Z`, which is no place's clock. */
  readonly offsetMinutes: number | null;
}

const PATTERN =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?(Z|UTC|[+-]\d\d:?(?:\d\d)?)$/;
const MINUTE_MS = 60_000;
/** The length of a time with seconds and an offset, as in `2014-09-21 07:08:47 +0100`. */
const PLAIN_LENGTH = 25;

/** A moment with its offset, such as `2014-09-21 07:08:47 +0100` or `2024-05-01T06:00:00.5Z`; null for any other text. */
export function toUtc(text: string): Moment | null {
  return (text.length === PLAIN_LENGTH && toPlainUtc(text)) || toAnyUtc(text);
}

/** The commonest form, of which health exports hold millions, digit by digit; null where it is another. */
function toPlainUtc(text: string): Moment | null {
  const year = toDigits(text, 0, 4);
  const month = toDigits(text, 5, 7);
  const day = toDigits(text, 8, 10);
  const hour = toDigits(text, 11, 13);
  const minute = toDigits(text, 14, 16);
  const second = toDigits(text, 17, 19);
  const offset = toDigits(text, 21, 23) * 60 + toDigits(text, 23, 25);
  const sign = text[20] === "+" ? 1 : text[20] === "-" ? -1 : 0;
  const separators = `${text[4]}${text[7]}${text[10]}${text[13]}${text[16]}${text[19]}`;
  // days that not every month has, and all that is odd, are left to the other reader
  const isPlain =
    year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 28 && hour < 24 && minute < 60;
  if (sign === 0 || separators !== "-- :: " || !isPlain || !(second < 60) || !(offset >= 0))
    return null;
  const clock = Date.UTC(year, month - 1, day, hour, minute, second);
  return {time: new Date(clock - sign * offset * MINUTE_MS), offsetMinutes: sign * offset};
}

/** The number that decimal digits write; NaN where one is none. */
function toDigits(text: string, start: number, end: number): number {
  let number = 0;
  for (let i = start; i < end; ++i) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

function toAnyUtc(text: string): Moment | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second = "0", fraction = "", offset = "Z"] = match;
  const clock = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(fraction.padEnd(3, "0").slice(0, 3))
  );
  // `Date.UTC` moves the 31st of February, and the 61st minute, into what follows
  if (new Date(clock).getUTCDate() !== Number(day) || Number(month) > 12) return null;
  if (Number(minute) > 59 || Number(second) > 59) return null;
  if (offset === "Z" || offset === "UTC") return {time: new Date(clock), offsetMinutes: null};
  const digits = offset.slice(1).replace(":", "").padEnd(4, "0");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  const offsetMinutes = offset.startsWith("-") ? -minutes : minutes;
  return {time: new Date(clock - offsetMinutes * MINUTE_MS), offsetMinutes};
}
