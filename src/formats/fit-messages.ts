import FitParser from "fit-file-parser";
import {toMessage} from "../lib/errors.ts";
import {cutFit, findFitEnd} from "./fit-files.ts";

/** A message of a FIT file by the names of Garmin's profile, values in its units; of untrusted bytes. */
export type FitMessage = Readonly<Record<string, unknown>>;

/** All messages by kind, in the order of the file. */
export type FitMessages = Readonly<Record<string, readonly FitMessage[] | undefined>>;

/**
 * The messages of one FIT file, by fit-file-parser. Of a damaged file it gives those before the damage, and in
 * `damage` what it is; `messages` is null where there are none.
 */
export function readFitMessages(file: Uint8Array): {
  messages: FitMessages | null;
  damage: string | null;
} {
  try {
    return {messages: parse(file, false), damage: null};
  } catch (error) {
    const reason = toMessage(error);
    const end = findFitEnd(file);
    if (end <= file[0]!) return {messages: null, damage: reason};
    const damage = /CRC mismatch/.test(reason)
      ? `check sum does not agree (${reason}): some values may be damaged`
      : `broken off at byte ${end}, what stands before is read: ${reason}`;
    try {
      return {messages: parse(cutFit(file, end), true), damage};
    } catch (again) {
      return {messages: null, damage: toMessage(again)};
    }
  }
}

/** Throws the parser's reason, a text or an `Error`. With `force` no check sum is looked at. */
function parse(file: Uint8Array, force: boolean): FitMessages {
  let messages: FitMessages = {};
  const parser = new FitParser({force, mode: "list"});
  parser.parse(new Uint8Array(file).buffer, (reason, data) => {
    if (reason !== undefined) throw new RangeError(reason);
    messages = (data?.messages ?? {}) as FitMessages;
  });
  return messages;
}

/** The field's number, or that of `other` where it holds none; null where neither does. */
export function toFitNumber(message: FitMessage, name: string, other?: string): number | null {
  const value = message[name];
  if (typeof value === "number" && Number.isFinite(value)) return value;
  return other === undefined ? null : toFitNumber(message, other);
}

/** A time in milliseconds since 1970. Devices that have not found the time count from the year 1989, or not at all. */
export function toFitTime(message: FitMessage, name: string): number | null {
  const value = message[name];
  if (!(value instanceof Date)) return null;
  const time = value.getTime();
  return Number.isNaN(time) ? null : time;
}

/** A text up to its first control character: what devices leave behind the end of a text is none. Numbers as text. */
export function toFitText(message: FitMessage, name: string): string | null {
  const value = message[name];
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return null;
  return /^[^\p{Cc}\ufffd]*/u.exec(value)![0].trim() || null;
}
