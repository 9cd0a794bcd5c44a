import type {QueryResult, Value} from "../src/index.ts";
import {createPause, toValueText} from "../src/index.ts";
import type {Bin} from "./chart-bins.ts";
import {toBins} from "./chart-bins.ts";
import {capitalize, toAxisLabel} from "./chart-label.ts";
import type {AxisKind, ChartSpec} from "./chart-spec.ts";
import {toAxisKind} from "./chart-spec.ts";
import {formatCount} from "./format-value.ts";

/** Dots beyond these are more than a screen can tell apart, and slow. */
const MAX_DOTS = 20_000;
/** Points of one line: more than its pixels need. */
const MAX_LINE_POINTS = 8000;
const MAX_CATEGORIES = 50;
const MAX_GROUPS = 9;
const NONE = "(none)";
const OTHER = "(other)";

/** All that is drawn. */
export interface ChartData {
  readonly spec: ChartSpec;
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xKind: AxisKind;
  readonly series: readonly Series[];
  readonly bins: readonly Bin[];
  readonly boxes: readonly Box[];
  /** What is not drawn, in words: "20,000 of 1,000,000 rows". */
  readonly note: string | undefined;
}

type Pause = () => Promise<void> | undefined;

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
  const data = {...toWords(result, spec), spec, series: [], bins: [], boxes: [], note: undefined};
  if (result.numRows === 0) return data;
  if (spec.kind === "histogram") return {...data, ...(await toHistogram(result, spec, pause))};
  if (spec.kind === "box") return {...data, ...(await toBoxes(result, spec, pause))};
  const points = await toPoints(result, spec, pause);
  return {...data, ...limit(arrange(points, data.xKind, spec), spec, data.xKind, result.numRows)};
}

function toWords(
  result: QueryResult,
  {kind, x, y, aggregate}: ChartSpec
): Pick<ChartData, "title" | "xLabel" | "yLabel" | "xKind"> {
  const field = result.fields.find(({name}) => name === x);
  const xKind = field ? toAxisKind(field) : "category";
  const xLabel = x === undefined ? "" : toAxisLabel(x);
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
    const points = await toPoints(result, spec, pause);
    return limit(arrange(points, kind, spec), spec, kind, result.numRows);
  }
  const values = await readNumbers(result, column, pause);
  const finite = values.filter(Number.isFinite);
  const missing = result.numRows - finite.length;
  return {
    bins: toBins(finite, kind === "time"),
    note: missing > 0 ? `${formatCount(missing)} rows without a value are left out` : undefined
  };
}
