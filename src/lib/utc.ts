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

/** A moment with its offset, such as `2014-09-21 07:08:47 +0100` or `2024-05-01T06:00:00.5Z`; null for any other text. */
export function toUtc(text: string): Moment | null {
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
