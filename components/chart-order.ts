import type {AxisValue, Series} from "./chart-series.ts";
import type {AxisKind, ChartSpec} from "./chart-spec.ts";
import {formatCount} from "./format-value.ts";

/** Colours end at ten: the largest groups by themselves, all others as one. */
const MAX_GROUPS = 9;
const OTHER = "(other)";

/** Series in the order in which they are drawn. */
export interface Arranged {
  readonly series: readonly Series[];
  /** The categories along the bottom, in order; empty on an axis of numbers or moments. */
  readonly categories: readonly string[];
  /** What is left out, in words. */
  readonly note: string | undefined;
}

/** Series in the order that the eye expects: lines along x, bars from the largest, few enough to be told apart. */
export function arrange(all: readonly Series[], xKind: AxisKind, spec: ChartSpec): Arranged {
  const series = mergeRest(all, spec);
  const dropped = spec.aggregate === "mean" ? all.length - series.length : 0;
  const note = dropped > 0 ? `${formatCount(dropped)} smaller groups are left out` : undefined;
  if (xKind !== "category")
    return {series: spec.kind === "dots" ? series : series.map(sortByX), categories: [], note};
  const categories = [...new Set(series.flatMap(({x}) => x as readonly string[]))];
  const isSorted = categories.every((name, i) => i === 0 || categories[i - 1]! <= name);
  const isKept = spec.kind !== "bar" || (isSorted && spec.aggregate === "none");
  return {series, categories: isKept ? categories : sortBySize(categories, series), note};
}

function mergeRest(series: readonly Series[], {aggregate}: ChartSpec): readonly Series[] {
  if (series.length <= MAX_GROUPS + 1) return series;
  const bySize = series.toSorted((a, b) => sizeOf(b, aggregate) - sizeOf(a, aggregate));
  const kept = bySize.slice(0, MAX_GROUPS);
  // a mean of means would be wrong
  if (aggregate === "mean") return kept;
  const rest = bySize.slice(MAX_GROUPS);
  if (aggregate === "none")
    return [...kept, {name: OTHER, x: rest.flatMap(({x}) => x), y: rest.flatMap(({y}) => y)}];
  const sums = sumByX(rest);
  return [...kept, {name: OTHER, x: [...sums.keys()], y: [...sums.values()]}];
}

/** What makes a group large: what was summed or counted up in it, else its rows. */
function sizeOf({x, y}: Series, aggregate: ChartSpec["aggregate"]): number {
  if (aggregate === "sum" || aggregate === "count")
    return y.reduce((sum, value) => sum + Math.abs(value), 0);
  return x.length;
}

function sumByX(series: readonly Series[]): Map<AxisValue, number> {
  const sums = new Map<AxisValue, number>();
  for (const {x, y} of series)
    for (const [i, value] of x.entries()) sums.set(value, (sums.get(value) ?? 0) + y[i]!);
  return sums;
}

function sortByX({name, x, y}: Series): Series {
  const order = Array.from(x.keys()).sort((a, b) => Number(x[a]) - Number(x[b]));
  return {name, x: order.map((i) => x[i]!), y: order.map((i) => y[i]!)};
}

function sortBySize(categories: readonly string[], series: readonly Series[]): string[] {
  const sums = sumByX(series);
  return categories.toSorted((a, b) => sums.get(b)! - sums.get(a)!);
}
