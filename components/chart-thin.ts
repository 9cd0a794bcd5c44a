import type {Series} from "./chart-series.ts";
import type {AxisKind, ChartSpec} from "./chart-spec.ts";
import {formatCount} from "./format-value.ts";

/** Dots beyond these are more than a screen can tell apart, and slow. */
const MAX_DOTS = 20_000;
/** Points of one line: more than its pixels need. */
const MAX_LINE_POINTS = 8000;
const MAX_CATEGORIES = 50;

/** As much of the series as can be seen, and what was left out, in words. */
export function limit(
  series: readonly Series[],
  {kind}: ChartSpec,
  xKind: AxisKind,
  numRows: number
): Pick<ChartData, "series" | "note"> {
  const total = series.reduce((sum, {x}) => sum + x.length, 0);
  if (xKind === "category") {
    const categories = [...new Set(series.flatMap(({x}) => x))];
    if (categories.length <= MAX_CATEGORIES) return {series, note: undefined};
    const kept = new Set(categories.slice(0, MAX_CATEGORIES));
    const note = `the first ${MAX_CATEGORIES} of ${formatCount(categories.length)} values`;
    return {series: series.map((one) => filterSeries(one, (i) => kept.has(one.x[i]!))), note};
  }
  if (kind === "dots" && total > MAX_DOTS) {
    const step = total / MAX_DOTS;
    const thinned = series.map((one) =>
      filterSeries(one, (i) => Math.floor(i / step) !== Math.floor((i - 1) / step))
    );
    const drawn = thinned.reduce((sum, {x}) => sum + x.length, 0);
    return {
      series: thinned,
      note: `every ${formatCount(Math.round(step))}th row: ${formatCount(drawn)} of ${formatCount(total)}`
    };
  }
  const thinned = series.map(kind === "dots" ? same : thinLine);
  const isThinned = thinned.some((one, i) => one !== series[i]);
  return {
    series: thinned,
    note: isThinned ? `lows and highs of ${formatCount(numRows)} rows` : undefined
  };
}

function same<T>(value: T): T {
  return value;
}

function filterSeries({name, x, y}: Series, keep: (index: number) => boolean): Series {
  const kept = Array.from(x.keys()).filter(keep);
  return {name, x: kept.map((i) => x[i]!), y: kept.map((i) => y[i]!)};
}

/** A line with the first, lowest, highest and last point of each stretch: on screen the same line. */
function thinLine(series: Series): Series {
  const {x, y} = series;
  if (x.length <= MAX_LINE_POINTS) return series;
  const kept = new Set<number>();
  const stretch = (4 * x.length) / MAX_LINE_POINTS;
  for (let start = 0; start < x.length; start += stretch) {
    const [first, end] = [Math.floor(start), Math.min(x.length, Math.floor(start + stretch))];
    let [low, high] = [first, first];
    for (let i = first; i < end; ++i) {
      if (y[i]! < y[low]!) low = i;
      if (y[i]! > y[high]!) high = i;
    }
    for (const i of [first, Math.min(low, high), Math.max(low, high), end - 1]) kept.add(i);
  }
  return filterSeries(series, (i) => kept.has(i));
}
