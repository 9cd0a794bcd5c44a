import type {QueryResult, Value} from "../src/index.ts";
import {toValueText} from "../src/index.ts";
import {toAxisLabel} from "./chart-label.ts";
import type {ChartSpec} from "./chart-spec.ts";
import {toAxisKind} from "./chart-spec.ts";

const NONE = "(none)";

/** Gives the page its turn; see `createPause`. */
export type Pause = () => Promise<void> | undefined;

/** What lies on an axis: a number, a moment in milliseconds since 1970, or a category. */
export type AxisValue = number | string;

/** A line, a set of bars or of dots. */
export interface Series {
  readonly name: string;
  readonly x: readonly AxisValue[];
  readonly y: readonly number[];
}

/** A column as numbers, moments in milliseconds; NaN where there is none. */
export async function readNumbers(
  result: QueryResult,
  column: number,
  pause: Pause
): Promise<Float64Array> {
  const values = new Float64Array(result.numRows);
  for (let row = 0; row < values.length; ++row) {
    values[row] = toNumber(result.value(row, column));
    const turn = pause();
    if (turn) await turn;
  }
  return values;
}

function toNumber(value: Value): number {
  if (value === null) return NaN;
  return value instanceof Date ? value.getTime() : Number(value);
}

/**
 * Calls `use` with every row's x, y and series; NaN where a row has none. Without a column for x, rows as they are
 * stand by their number, and rows that are put together on one place.
 */
export async function forEachPoint(
  result: QueryResult,
  {kind, x, y, group, aggregate}: ChartSpec,
  pause: Pause,
  use: (x: AxisValue, y: number, series: string) => void
): Promise<void> {
  const find = (name: string | undefined): number => result.columns.indexOf(name ?? "");
  const [xColumn, groupColumn] = [find(x), find(group)];
  const xField = result.fields[xColumn];
  const isByRow = kind !== "box" && aggregate === "none";
  const toCategory = (row: number, column: number): string => {
    const value = result.value(row, column);
    return value === null ? NONE : toValueText(value, result.fields[column]!.type);
  };
  const toPlace = (row: number): AxisValue => {
    if (!xField) return isByRow ? row + 1 : "";
    if (toAxisKind(xField) === "category") return toCategory(row, xColumn);
    return toNumber(result.value(row, xColumn));
  };
  const measures =
    y.length > 0 ? y.map((name) => ({name, column: find(name)})) : [{name: "rows", column: -1}];
  for (let row = 0; row < result.numRows; ++row) {
    const place = toPlace(row);
    const named = groupColumn < 0 ? undefined : toCategory(row, groupColumn);
    for (const {name, column} of measures) {
      const label = toAxisLabel(name);
      const series =
        named === undefined ? label : measures.length === 1 ? named : `${named}, ${label}`;
      use(place, column < 0 ? 1 : toNumber(result.value(row, column)), series);
    }
    const turn = pause();
    if (turn) await turn;
  }
}

interface Points {
  readonly name: string;
  readonly x: AxisValue[];
  readonly y: number[];
  /** The place of each x, and how many rows fell on it; empty where rows are not put together. */
  readonly places: Map<AxisValue, {readonly index: number; count: number}>;
}

/** The series of a result, rows put together as the spec says, in the order in which they come. */
export async function toSeries(
  result: QueryResult,
  spec: ChartSpec,
  pause: Pause
): Promise<Series[]> {
  const series = new Map<string, Points>();
  await forEachPoint(result, spec, pause, (x, y, name) => {
    if (Number.isNaN(x) || Number.isNaN(y)) return;
    let points = series.get(name);
    if (!points) series.set(name, (points = {name, x: [], y: [], places: new Map()}));
    const place = points.places.get(x);
    if (!place) {
      if (spec.aggregate !== "none") points.places.set(x, {index: points.x.length, count: 1});
      points.x.push(x);
      points.y.push(spec.aggregate === "count" ? 1 : y);
      return;
    }
    const before = points.y[place.index]!;
    ++place.count;
    points.y[place.index] =
      spec.aggregate === "count"
        ? place.count
        : spec.aggregate === "sum"
          ? before + y
          : before + (y - before) / place.count;
  });
  return Array.from(series.values(), ({name, x, y}) => ({name, x, y}));
}
