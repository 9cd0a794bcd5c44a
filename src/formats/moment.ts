import type {Value} from "../model/column.ts";

/** What a text in ISO 8601 names: a day, a moment on some clock, or a moment with its offset from UTC. */
export type MomentType = "DATE" | "TIMESTAMP" | "TIMESTAMPTZ";

const PATTERN =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?(Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?)?$/;
const DAY_LENGTH = 10;

/** The type of a text that is a moment in ISO 8601, and nothing less strict: "3/4/2024" may be two days. */
export function toMomentType(text: string): MomentType | undefined {
  if (text.length < DAY_LENGTH || text.charCodeAt(4) !== 0x2d) return undefined;
  const match = PATTERN.exec(text);
  if (!match || !isDay(text)) return undefined;
  if (text.length === DAY_LENGTH) return "DATE";
  return match[1] === undefined ? "TIMESTAMP" : "TIMESTAMPTZ";
}

/**
 * The moment that `toMomentType` knew. A moment without an offset is taken as UTC, as DuckDB does.
 * With digits beyond the millisecond it is a bigint of microseconds.
 */
export function toMoment(text: string): Value {
  if (text.length === DAY_LENGTH) return new Date(`${text}T00:00:00Z`);
  const [, clock = "", fraction = "", offset = ""] =
    /^[^T ]+[T ]([\d:]+)(?:[.,](\d+))?(.*)$/.exec(text) ?? [];
  const seconds = clock.length === 5 ? `${clock}:00` : clock;
  const micros = fraction.padEnd(6, "0").slice(0, 6);
  const date = new Date(
    `${text.slice(0, DAY_LENGTH)}T${seconds}.${micros.slice(0, 3)}${toOffset(offset)}`
  );
  return micros.endsWith("000")
    ? date
    : BigInt(date.getTime()) * 1000n + BigInt(Number(micros.slice(3)));
}

/** An offset as `Date` reads it: `+0200` and `+02` with a colon and minutes. */
function toOffset(offset: string): string {
  if (offset === "" || offset === "Z") return "Z";
  const digits = offset.slice(1).replace(":", "").padEnd(4, "0");
  return `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/** `Date` moves the 31st of February into March; such a day is no day. */
function isDay(text: string): boolean {
  if (text.charCodeAt(8) < 0x33 && text.slice(8, DAY_LENGTH) <= "28") return true;
  const date = new Date(`${text.slice(0, DAY_LENGTH)}T00:00:00Z`);
  return (
    !Number.isNaN(date.getTime()) &&
    date.toISOString().slice(0, DAY_LENGTH) === text.slice(0, DAY_LENGTH)
  );
}
