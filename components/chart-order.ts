import type {AxisValue, Series} from "./chart-series.ts";
import type {AxisKind, ChartSpec} from "./chart-spec.ts";

/** Colours end at ten: the largest groups by themselves, all others as one. */
const MAX_GROUPS = 9;
const OTHER = "(other)";

/** Series in the order that the eye expects: lines along x, bars from the largest, few enough to be told apart. */
export function arrange(all: Series[], xKind: AxisKind, spec: ChartSpec): Series[] {
  const series = mergeRest(
    [...points].map(([name, {x, y}]) => ({name, x, y})),
    spec
  );
  if (xKind !== "category") return spec.kind === "dots" ? series : series.map(sortByX);
  if (spec.kind !== "bar") return series;
  const isSorted = series.every(({x}) => x.every((value, i) => i === 0 || x[i - 1]! <= value));
  return isSorted && spec.aggregate === "none" ? series : sortBySize(series);
}

/** The largest groups by themselves, all others as one: colours end at ten. */
function mergeRest(series: Series[], {aggregate}: ChartSpec): Series[] {
  if (series.length <= MAX_GROUPS + 1) return series;
  const bySize = series.toSorted((a, b) => b.x.length - a.x.length);
  const kept = bySize.slice(0, MAX_GROUPS);
  const rest = bySize.slice(MAX_GROUPS);
  if (aggregate === "mean") return kept;
  const sums = new Map<AxisValue, number>();
  const other: {readonly x: AxisValue[]; readonly y: number[]} = {x: [], y: []};
  for (const {x, y} of rest) {
    x.forEach((value, i) => {
      if (aggregate === "none") {
        other.x.push(value);
        other.y.push(y[i]!);
      } else sums.set(value, (sums.get(value) ?? 0) + y[i]!);
    });
  }
  return [
    ...kept,
    aggregate === "none"
      ? {name: OTHER, ...other}
      : {name: OTHER, x: [...sums.keys()], y: [...sums.values()]}
  ];
}

function sortByX({name, x, y}: Series): Series {
  const order = Array.from(x.keys()).sort((a, b) => Number(x[a]) - Number(x[b]));
  return {name, x: order.map((i) => x[i]!), y: order.map((i) => y[i]!)};
}

function sortBySize(series: readonly Series[]): Series[] {
  const totals = new Map<AxisValue, number>();
  for (const {x, y} of series)
    x.forEach((value, i) => totals.set(value, (totals.get(value) ?? 0) + y[i]!));
  return series.map(({name, x, y}) => {
    const order = Array.from(x.keys()).sort((a, b) => totals.get(x[b]!)! - totals.get(x[a]!)!);
    return {name, x: order.map((i) => x[i]!), y: order.map((i) => y[i]!)};
  });
}
