import type {QueryResult} from "../src/index.ts";
import {createPause} from "../src/index.ts";
import type {Bin} from "./chart-bins.ts";
import {toBins} from "./chart-bins.ts";
import type {Box} from "./chart-boxes.ts";
import {toBoxes} from "./chart-boxes.ts";
import {capitalize, toAxisLabel} from "./chart-label.ts";
import {arrange} from "./chart-order.ts";
import type {Pause, Series} from "./chart-series.ts";
import {readNumbers, toSeries} from "./chart-series.ts";
import type {AxisKind, ChartSpec} from "./chart-spec.ts";
import {toAxisKind} from "./chart-spec.ts";
import {thin} from "./chart-thin.ts";
import {formatCount} from "./format-value.ts";

/** All that is drawn. */
export interface ChartData {
  readonly spec: ChartSpec;
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xKind: AxisKind;
  readonly series: readonly Series[];
  /** The categories along the bottom, in order. */
  readonly categories: readonly string[];
  readonly bins: readonly Bin[];
  readonly boxes: readonly Box[];
  /** What is not drawn, in words: "20,000 of 1,000,000 rows". */
  readonly note: string | undefined;
}

/**
 * Works out what a chart draws. All rows count in sums, means, histograms and boxes; dots and lines of too many rows are
 * thinned, and `note` says so. The page goes on in between; an aborted `signal` throws.
 */
export async function toChartData(
  result: QueryResult,
  spec: ChartSpec,
  signal?: AbortSignal
): Promise<ChartData> {
  const pause = createPause(signal);
  const nothing = {series: [], categories: [], bins: [], boxes: [], note: undefined};
  const data = {...toWords(result, spec), ...nothing, spec};
  const isUnmeasured =
    spec.kind !== "histogram" && spec.aggregate !== "count" && spec.y.length === 0;
  if (result.numRows === 0 || isUnmeasured) return data;
  if (spec.kind === "histogram") return {...data, ...(await toHistogram(result, spec, pause))};
  if (spec.kind === "box") return {...data, ...(await toBoxes(result, spec, pause))};
  const series = await toSeries(result, spec, pause);
  return {...data, ...thin(arrange(series, data.xKind, spec), spec)};
}

function toWords(
  result: QueryResult,
  {kind, x, y, aggregate}: ChartSpec
): Pick<ChartData, "title" | "xLabel" | "yLabel" | "xKind"> {
  const field = result.fields.find(({name}) => name === x);
  const isByRow = !field && kind !== "box" && aggregate === "none";
  const xKind = field ? toAxisKind(field) : isByRow ? "number" : "category";
  const xLabel = x !== undefined ? toAxisLabel(x) : isByRow ? "row" : "";
  const measure = y.map(toAxisLabel).join(", ");
  if (kind === "histogram")
    return {title: `Distribution of ${xLabel}`, xLabel, yLabel: "rows", xKind};
  const over = xLabel === "" ? "" : xKind === "time" ? ` over ${xLabel}` : ` by ${xLabel}`;
  if (kind === "box")
    return {title: `Distribution of ${measure}${over}`, xLabel, yLabel: measure, xKind: "category"};
  if (aggregate === "count") return {title: `Rows${over}`, xLabel, yLabel: "rows", xKind};
  const yLabel = aggregate === "none" ? measure : `${aggregate} of ${measure}`;
  const joint = kind === "dots" && xKind === "number" ? ` against ${xLabel}` : over;
  return {title: capitalize(`${yLabel}${joint}`), xLabel, yLabel, xKind};
}

async function toHistogram(
  result: QueryResult,
  {x}: ChartSpec,
  pause: Pause
): Promise<Partial<ChartData>> {
  const column = result.columns.indexOf(x ?? "");
  const field = result.fields[column];
  if (!field) return {};
  const kind = toAxisKind(field);
  if (kind === "category") {
    const spec = {kind: "bar", x, y: [], group: undefined, aggregate: "count"} as const;
    return thin(arrange(await toSeries(result, spec, pause), kind, spec), spec);
  }
  const values = await readNumbers(result, column, pause);
  const finite = values.filter(Number.isFinite);
  const missing = result.numRows - finite.length;
  return {
    bins: toBins(finite, kind === "time"),
    note: missing > 0 ? `${formatCount(missing)} rows without a value are left out` : undefined
  };
}
