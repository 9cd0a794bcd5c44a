import type {Arranged} from "./chart-order.ts";
import type {Series} from "./chart-series.ts";
import type {ChartSpec} from "./chart-spec.ts";
import {formatCount} from "./format-value.ts";

/** Dots beyond these are more than a screen can tell apart, and slow. */
const MAX_DOTS = 20_000;
/** Points of one line: more than its pixels need. */
const MAX_LINE_POINTS = 8000;
const MAX_CATEGORIES = 50;

/** As much as can be seen of what was arranged; the note says what is left out. */
export function thin({series, categories, note}: Arranged, {kind}: ChartSpec): Arranged {
  const arranged =
    categories.length > 0
      ? thinCategories(series, categories)
      : {...(kind === "dots" ? thinDots(series) : thinLines(series)), categories};
  return {...arranged, note: [note, arranged.note].filter(Boolean).join("; ") || undefined};
}

function thinCategories(series: readonly Series[], categories: readonly string[]): Arranged {
  if (categories.length <= MAX_CATEGORIES) return {series, categories, note: undefined};
  const first = categories.slice(0, MAX_CATEGORIES);
  const kept = new Set<unknown>(first);
  return {
    series: series.map((one) => filterSeries(one, (i) => kept.has(one.x[i]))),
    categories: first,
    note: `the first ${MAX_CATEGORIES} of ${formatCount(categories.length)} values`
  };
}

type Thinned = Pick<Arranged, "series" | "note">;

function thinDots(series: readonly Series[]): Thinned {
  const total = countPoints(series);
  if (total <= MAX_DOTS) return {series, note: undefined};
  const step = total / MAX_DOTS;
  const thinned = series.map((one) =>
    filterSeries(one, (i) => Math.floor(i / step) !== Math.floor((i - 1) / step))
  );
  return {
    series: thinned,
    note: `${formatCount(countPoints(thinned))} of ${formatCount(total)} rows, evenly taken`
  };
}

function thinLines(series: readonly Series[]): Thinned {
  const thinned = series.map(thinLine);
  const isThinned = thinned.some((one, i) => one !== series[i]);
  const total = formatCount(countPoints(series));
  return {
    series: thinned,
    note: isThinned ? `the lows and highs of ${total} points` : undefined
  };
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
    for (const i of [first, low, high, end - 1]) kept.add(i);
  }
  return filterSeries(series, (i) => kept.has(i));
}

function countPoints(series: readonly Series[]): number {
  return series.reduce((sum, {x}) => sum + x.length, 0);
}

function filterSeries({name, x, y}: Series, keep: (index: number) => boolean): Series {
  const kept = Array.from(x.keys()).filter(keep);
  return {name, x: kept.map((i) => x[i]!), y: kept.map((i) => y[i]!)};
}
