import type {QueryResult, Value} from "../src/index.ts";
import {createPause, toColumnKind, toValueText} from "../src/index.ts";

/** Runs of so many rows are sorted in one go, about a millisecond; then they are merged with pauses in between. */
const RUN_ROWS = 2048;
const CHECK_ROWS = 1024;

export type SortDirection = "ascending" | "descending";

/** Compares rows by their number in the result. */
type Compare = (a: number, b: number) => number;

/**
 * The rows of a result by one column's values, as row numbers. Ordered as SQL orders: text by its characters' codes,
 * `null` behind everything either way, equal values as they were. The page goes on in between; an aborted `signal` throws.
 */
export async function sortRows(
  result: QueryResult,
  column: number,
  direction: SortDirection,
  signal?: AbortSignal
): Promise<Uint32Array> {
  const pause = createPause(signal);
  const compare = await toCompare(result, column, direction === "ascending" ? 1 : -1, pause);
  let from = new Uint32Array(result.numRows);
  for (let row = 0; row < from.length; ++row) from[row] = row;
  for (let start = 0; start < from.length; start += RUN_ROWS) {
    from.subarray(start, start + RUN_ROWS).sort(compare);
    await pause();
  }
  let to = new Uint32Array(from.length);
  for (let width = RUN_ROWS; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width)
      await merge(from, to, start, width, compare, pause);
    [from, to] = [to, from];
  }
  return from;
}

/** Merges the sorted runs at `start` and `start + width` into `to`. */
async function merge(
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  width: number,
  compare: Compare,
  pause: () => Promise<void> | undefined
): Promise<void> {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + 2 * width, from.length);
  let [left, right, out] = [start, middle, start];
  while (out < end) {
    const stop = Math.min(end, out + CHECK_ROWS);
    for (; out < stop; ++out) {
      const isLeft = right >= end || (left < middle && compare(from[left]!, from[right]!) <= 0);
      to[out] = from[isLeft ? left++ : right++]!;
    }
    // no await where there is nothing to wait for: each one costs more than a thousand comparisons
    const turn = pause();
    if (turn) await turn;
  }
}

async function toCompare(
  result: QueryResult,
  column: number,
  sign: 1 | -1,
  pause: () => Promise<void> | undefined
): Promise<Compare> {
  const {type} = result.fields[column]!;
  const kind = toColumnKind(type);
  const isNumber = ["number", "date", "timestamp", "boolean"].includes(kind);
  const isNull = new Uint8Array(result.numRows);
  const keys = isNumber ? new Float64Array(result.numRows) : new Array<string>(result.numRows);
  for (let row = 0; row < result.numRows; ++row) {
    const value = result.value(row, column);
    if (value === null) isNull[row] = 1;
    keys[row] = isNumber ? toNumber(value) : toValueText(value, type);
    if (row % CHECK_ROWS === 0) await pause();
  }
  return (a, b) => {
    if (isNull[a] !== isNull[b]) return isNull[a]! - isNull[b]!;
    const x = keys[a]!;
    const y = keys[b]!;
    return x < y ? -sign : x > y ? sign : a - b;
  };
}

/** NaN is greater than any number, as in DuckDB. */
function toNumber(value: Value): number {
  const number = value instanceof Date ? value.getTime() : Number(value);
  return Number.isNaN(number) ? Infinity : number;
}
