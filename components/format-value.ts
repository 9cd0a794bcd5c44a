import type {Column, Value} from "../src/index.ts";
import {toColumnKind, toValueText} from "../src/index.ts";
import {toDay} from "./calendar-days.ts";
import {toPlural} from "./plural.ts";

/** More of a text is never drawn into one cell: a value of a megabyte would stop the page. */
const MAX_CELL_CHARACTERS = 300;
/** Doubles carry about 15 digits; what lies behind the sixth decimal is noise to a reader. */
const MAX_DECIMALS = 6;
/** A column of doubles with at most so many decimals has all of them drawn, so that the points stand in line. */
const MAX_ALIGNED_DECIMALS = 4;
const SMALL_NUMBER = 1e-4;
const LARGE_NUMBER = 1e15;
const PREVIEW_BYTES = 16;
/** Numbers that count nothing: a thousands mark in a year or an id makes it unreadable. */
const NAME_WITHOUT_MARKS = /(^|_)(id|year|jahr|zip|plz|code|rowid|isbn|ean)$/i;

/** Values of one column as cells show them: at most one line, `null` as "". */
export type Formatter = (value: Value) => string;

/** True of columns whose values stand at the right edge. */
export function isNumeric(column: Column): boolean {
  return toColumnKind(column.type) === "number";
}

/** How a column's cells are drawn. `sample` are some of its values: they decide how many decimals all of them have. */
export function toFormatter(column: Column, sample: Iterable<Value> = []): Formatter {
  const kind = toColumnKind(column.type);
  if (kind === "number") return toNumberFormatter(column, sample);
  if (kind === "text") return (value) => cut(toValueText(value, column.type)).replace(/\s+/g, " ");
  return (value) => cut(toPreview(value, column.type));
}

/** A number with thousands marks, as in "48,213 rows". */
export function formatCount(count: number | bigint): string {
  return COUNT.format(count);
}

/** A count and its noun, given in the singular: "1 row", "48,213 entries". */
export function formatCounted(count: number, noun: string): string {
  return `${formatCount(count)} ${count === 1 ? noun : toPlural(noun)}`;
}

/** Bytes in the largest unit that leaves a number above 1: "4.2 MB". */
export function formatBytes(bytes: number): string {
  const power = Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const amount = bytes / 1000 ** power;
  return `${amount.toFixed(power === 0 || amount >= 100 ? 0 : 1)} ${BYTE_UNITS[power]}`;
}

/** A duration as people say it: "82 ms", "1.4 s", "2 min 5 s". */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A moment as day and minute, in the reader's own time zone. */
export function formatMoment(date: Date): string {
  const pad = (part: number): string => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())} ${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** The day of a time in milliseconds, as UTC counts it: columns hold days, and times of no zone, so. */
export function formatDay(time: number): string {
  return toDay(new Date(time));
}

const BYTE_UNITS = ["B", "kB", "MB", "GB", "TB"];
const COUNT = new Intl.NumberFormat("en-US", {maximumFractionDigits: 0});

function toNumberFormatter(column: Column, sample: Iterable<Value>): Formatter {
  const isWhole = !/^(FLOAT|REAL|DOUBLE|DECIMAL)/.test(column.type);
  const decimals = isWhole ? 0 : toDecimals(column, sample);
  const format = new Intl.NumberFormat("en-US", {
    useGrouping: !NAME_WITHOUT_MARKS.test(column.name),
    minimumFractionDigits: decimals > MAX_ALIGNED_DECIMALS ? 0 : decimals,
    maximumFractionDigits: Math.max(decimals, isWhole ? 0 : MAX_DECIMALS)
  });
  return (value) => {
    if (typeof value === "bigint") return format.format(value);
    if (typeof value !== "number") return cut(toValueText(value, column.type));
    const size = Math.abs(value);
    if (!Number.isFinite(value)) return String(value);
    if (size !== 0 && (size < SMALL_NUMBER || (size >= LARGE_NUMBER && !isWhole)))
      return value.toExponential(4);
    return format.format(value);
  };
}

/** The decimals of a DECIMAL as declared, of a double as seen. */
function toDecimals({type}: Column, sample: Iterable<Value>): number {
  const scale = /^DECIMAL\(\d+,\s*(\d+)\)/.exec(type)?.[1];
  if (scale !== undefined) return Number(scale);
  let decimals = 0;
  for (const value of sample) {
    if (typeof value !== "number" || !Number.isFinite(value)) continue;
    const fraction = value.toFixed(MAX_DECIMALS).replace(/0+$/, "").split(".")[1] ?? "";
    decimals = Math.max(decimals, fraction.length);
  }
  return decimals;
}

/** Bytes as hex, only so many as a cell can show. */
function toPreview(value: Value, type: string): string {
  if (!(value instanceof Uint8Array)) return toValueText(value, type);
  const start = toValueText(value.subarray(0, PREVIEW_BYTES), type);
  return value.length > PREVIEW_BYTES ? `${start}… ${formatBytes(value.length)}` : start;
}

function cut(text: string): string {
  return text.length > MAX_CELL_CHARACTERS ? `${text.slice(0, MAX_CELL_CHARACTERS)}…` : text;
}
