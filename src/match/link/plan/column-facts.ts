import {toWords} from "../../words.ts";
import {toDateText} from "./date-text.ts";
import {toNumber} from "./number-text.ts";

/** A column as a table has it, before anybody said what it is. */
export interface RawColumn {
  readonly name: string;
  /** As text, one a record; "" where there is none. */
  readonly values: readonly string[];
}

/** Records whose columns are not known yet. */
export interface RawTable {
  readonly columns: readonly RawColumn[];
  readonly vectors?: unknown;
}

/** What the values of a column tell of what they are. Parts are of those that are there. */
export interface ColumnFacts {
  readonly name: string;
  readonly filled: number;
  readonly distinct: number;
  /** Whether each value that is there is there once in its table. */
  readonly isUnique: boolean;
  readonly dates: number;
  readonly numbers: number;
  /** Objects in JSON: several things under names of their own. */
  readonly objects: number;
  /** With a digit in them. */
  readonly withDigits: number;
  /** Numbers with a point, of all that are numbers; three digits behind it may be thousands. */
  readonly decimals: number;
  /** Whole numbers that follow each other, in any order: a counter. */
  readonly isCounter: boolean;
  /** Values that hold more than one word, and words of a value on the average. */
  readonly words: number;
  /** Letters and digits of a value, on the average. */
  readonly length: number;
  /** Values of digits alone that all have one length, or nearly. */
  readonly evenLength: number;
  /** The chance that two records have the same value. */
  readonly repeats: number;
}

const SAMPLE = 5000;

/** Looks at a column of a table, or of two at once. */
export function toColumnFacts(name: string, tables: readonly (readonly string[])[]): ColumnFacts {
  const lists = tables.map((values) => values.map((value) => value.trim()).filter(Boolean));
  const all = lists.flat();
  const counts = new Map<string, number>();
  for (const value of all) counts.set(value, (counts.get(value) ?? 0) + 1);
  const step = Math.max(1, Math.floor(all.length / SAMPLE));
  const sample = all.filter((_, i) => i % step === 0);
  const part = (isSo: (value: string) => boolean): number =>
    sample.filter(isSo).length / Math.max(1, sample.length);
  const mean = (toSize: (value: string) => number): number =>
    sample.reduce((sum, value) => sum + toSize(value), 0) / Math.max(1, sample.length);
  let agreeing = 0;
  for (const count of counts.values()) agreeing += count * (count - 1);
  const numbers = part((value) => toNumber(value) !== undefined);
  return {
    name,
    filled: all.length,
    distinct: counts.size,
    isUnique: all.length > 0 && lists.every((list) => new Set(list).size === list.length),
    dates: part((value) => toDateText(value) !== undefined),
    numbers,
    objects: part((value) => /^\{.*\}$/s.test(value)),
    withDigits: part((value) => /\d/.test(value)),
    decimals:
      numbers === 0 ? 0 : part((value) => /\d[.,](?:\d{1,2}|\d{4,})\D*$/.test(value)) / numbers,
    isCounter: lists.every(isCounter),
    words: mean((value) => toWords(value).length),
    length: mean((value) => value.length),
    evenLength: toEvenLength(sample),
    repeats: all.length < 2 ? 1 : agreeing / (all.length * (all.length - 1))
  };
}

function isCounter(values: readonly string[]): boolean {
  const numbers = values.map(Number);
  if (!numbers.every(Number.isInteger)) return false;
  let [low, high] = [Infinity, -Infinity];
  for (const number of numbers) {
    low = Math.min(low, number);
    high = Math.max(high, number);
  }
  return new Set(numbers).size === values.length && high - low < 1.5 * values.length + 10;
}

function toEvenLength(values: readonly string[]): number {
  const counts = new Map<number, number>();
  for (const {length} of values) counts.set(length, (counts.get(length) ?? 0) + 1);
  return Math.max(0, ...counts.values()) / Math.max(1, values.length);
}
