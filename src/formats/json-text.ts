import {InputError} from "../lib/errors.ts";
import {findJsonError} from "./json-error.ts";
import {findQuote} from "./json-split.ts";

/** Integers of so many digits may not fit into a double. */
const LONG_INTEGER = /\d{16}/;
/** Marks an integer that was written too long for a double. JSON cannot hold this character unescaped. */
const MARK = "\u0000";

/**
 * The value of a JSON text, by the letter of the standard. Integers that a double cannot hold come as `bigint`.
 * Throws `InputError` with line and column.
 */
export function parseJson(text: string): unknown {
  const marked = LONG_INTEGER.test(text) ? markLongIntegers(text) : text;
  try {
    const value: unknown = JSON.parse(marked);
    return marked === text ? value : unmark(value);
  } catch (error) {
    if (error instanceof RangeError) throw new InputError("nested too deeply", {cause: error});
    const {offset, what} = findJsonError(text) ?? {offset: 0, what: "no JSON"};
    throw new JsonError(what, text, offset, error);
  }
}

/** A place in a text where it stops being JSON. */
export class JsonError extends InputError {
  readonly line: number;
  readonly column: number;

  constructor(what: string, text: string, offset: number, cause?: unknown) {
    super(what, {cause});
    const before = text.slice(0, offset).split(/\r\n|\n|\r/);
    this.line = before.length;
    this.column = before.at(-1)!.length + 1;
  }

  /** The place as problems name it. */
  get where(): string {
    return `line ${this.line}, column ${this.column}`;
  }
}

/** Writes long integers outside of strings as marked strings, which survive `JSON.parse`. */
function markLongIntegers(text: string): string {
  const parts: string[] = [];
  let done = 0;
  for (let i = 0; i < text.length; ++i) {
    const char = text.charCodeAt(i);
    if (char === 0x22) {
      i = findQuote(text, i + 1);
    } else if (isDigit(char)) {
      const start = text[i - 1] === "-" ? i - 1 : i;
      let end = i;
      while (isDigit(text.charCodeAt(end))) ++end;
      const isInteger = !/[.eE]/.test(text[end] ?? "");
      // a leading zero is no JSON, and must stay so
      if (isInteger && end - i >= 16 && char !== 0x30) {
        parts.push(text.slice(done, start), `"\\u0000${text.slice(start, end)}"`);
        done = end;
      }
      while (/[\d.eE+-]/.test(text[end] ?? "")) ++end;
      i = end - 1;
    }
  }
  return parts.join("") + text.slice(done);
}

function unmark(value: unknown): unknown {
  if (typeof value === "string") return value.startsWith(MARK) ? toInteger(value) : value;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; ++i) value[i] = unmark(value[i]);
  } else if (typeof value === "object" && value !== null) {
    const object = value as Record<string, unknown>;
    for (const key of Object.keys(object)) object[key] = unmark(object[key]);
  }
  return value;
}

function toInteger(marked: string): number | bigint | string {
  const digits = marked.slice(1);
  if (!/^-?\d+$/.test(digits)) return marked;
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : BigInt(digits);
}

function isDigit(char: number): boolean {
  return char >= 0x30 && char <= 0x39;
}
