import type {Bin} from "./chart-bins.ts";
import type {ChartData} from "./chart-data.ts";
import type {AxisValue, Series} from "./chart-series.ts";
import {isYear} from "./chart-spec.ts";
import type {ChartTheme} from "./chart-theme.ts";
import {formatCount} from "./format-value.ts";

const FONT_PX = 12;
const TITLE_PX = 13;
const DOT_PX = 6;
const SMALL_DOT_PX = 4;
const MANY_DOTS = 2000;
/** A line of so few points shows each of them. */
const MAX_MARKED_POINTS = 60;
/** So many bars have room for their numbers. */
const MAX_LABELLED_BARS = 20;
/** So many lines can be named at their ends. */
const MAX_NAMED_LINES = 6;
/** The height of a line of text in a chart of usual size, as a share of it. */
const MIN_END_DISTANCE = 0.06;
const CHARACTER_PX = 6.6;
const MARGIN_PX = 12;
const TITLE_ROOM_PX = 36;

/** What plotly.js draws. */
export interface Figure {
  readonly traces: readonly object[];
  readonly layout: object;
}

export function toFigure(data: ChartData, theme: ChartTheme): Figure {
  const {boxes, bins, series, spec} = data;
  const traces =
    bins.length > 0
      ? [toBinTrace(bins, data.xKind === "time", theme)]
      : boxes.length > 0
        ? toBoxTraces(data, theme)
        : series.map((one, i) => toTrace(one, data, colourOf(theme, i)));
  const isNamedAtEnd =
    spec.kind === "line" &&
    series.length > 1 &&
    series.length <= MAX_NAMED_LINES &&
    areEndsApart(series);
  const names = new Set(boxes.map(({name}) => name));
  const hasLegend = !isNamedAtEnd && (series.length > 1 || names.size > 1);
  return {
    traces,
    layout: {
      ...toLayout(data, theme),
      showlegend: hasLegend,
      annotations: isNamedAtEnd
        ? series.map((one, i) => toEndLabel(one, data, colourOf(theme, i)))
        : [],
      margin: {
        t: TITLE_ROOM_PX,
        b: MARGIN_PX,
        l: MARGIN_PX,
        r: MARGIN_PX + (isNamedAtEnd ? toLabelRoom(series) : 0)
      }
    }
  };
}

/** The text as plotly.js must be given it to show it as it is: it knows some markup. */
export function toPlain(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function colourOf({categories}: ChartTheme, index: number): string {
  return categories[index % categories.length]!;
}

function toPlace(value: AxisValue, {xKind}: Pick<ChartData, "xKind">): AxisValue {
  if (xKind === "time") return toMoment(Number(value));
  return typeof value === "string" ? toPlain(value) : value;
}

function toMoment(ms: number): string {
  return new Date(ms).toISOString().slice(0, -1).replace("T", " ");
}

function toTrace(series: Series, data: ChartData, colour: string): object {
  const {kind} = data.spec;
  const common = {
    name: toPlain(series.name),
    x: series.x.map((value) => toPlace(value, data)),
    y: series.y
  };
  if (kind === "bar" || kind === "histogram") {
    const isLabelled = data.series.length === 1 && series.x.length <= MAX_LABELLED_BARS;
    return {
      ...common,
      type: "bar",
      marker: {color: colour},
      ...(isLabelled && {texttemplate: "%{y:,.4~f}", textposition: "auto", cliponaxis: false})
    };
  }
  if (kind === "dots") {
    const size = series.x.length > MANY_DOTS ? SMALL_DOT_PX : DOT_PX;
    return {
      ...common,
      type: "scatter",
      mode: "markers",
      marker: {color: colour, size, opacity: 0.7}
    };
  }
  const isMarked = series.x.length <= MAX_MARKED_POINTS;
  return {
    ...common,
    type: "scatter",
    mode: isMarked ? "lines+markers" : "lines",
    line: {color: colour, width: 1.75},
    marker: {color: colour, size: SMALL_DOT_PX},
    ...(kind === "area" && {stackgroup: "all", fillcolor: undefined})
  };
}

function toBinTrace(bins: readonly Bin[], isTime: boolean, {categories}: ChartTheme): object {
  const middle = ({from, to}: Bin): number => (from + to) / 2;
  const say = (value: number): string => (isTime ? toMoment(value).slice(0, 16) : String(value));
  return {
    type: "bar",
    x: bins.map((bin) => (isTime ? toMoment(middle(bin)) : middle(bin))),
    y: bins.map(({count}) => count),
    width: bins.map(({from, to}) => to - from),
    customdata: bins.map(({from, to}) => `${say(from)} to ${say(to)}`),
    hovertemplate: "%{customdata}: %{y:,} rows<extra></extra>",
    marker: {color: categories[0]}
  };
}

function toBoxTraces({boxes}: ChartData, theme: ChartTheme): object[] {
  const names = [...new Set(boxes.map(({name}) => name))];
  return names.map((name, i) => {
    const own = boxes.filter((box) => box.name === name);
    return {
      type: "box",
      name: toPlain(name),
      x: own.map(({category}) => toPlain(category)),
      q1: own.map(({q1}) => q1),
      median: own.map(({median}) => median),
      q3: own.map(({q3}) => q3),
      lowerfence: own.map(({low}) => low),
      upperfence: own.map(({high}) => high),
      marker: {color: colourOf(theme, i)},
      line: {width: 1.5}
    };
  });
}

function toLayout(data: ChartData, theme: ChartTheme): object {
  const {spec, series} = data;
  const isBar = spec.kind === "bar" || spec.kind === "histogram";
  const title = {font: {size: FONT_PX, color: theme.muted}, standoff: 8};
  const axis = {
    gridcolor: theme.grid,
    linecolor: theme.grid,
    zerolinecolor: theme.muted,
    tickcolor: theme.grid,
    automargin: true,
    separatethousands: true,
    exponentformat: "none",
    hoverformat: ",.4~f"
  };
  return {
    autosize: true,
    title: {
      text: toPlain(data.title),
      font: {size: TITLE_PX, color: theme.text},
      x: 0,
      xanchor: "left",
      y: 1,
      yref: "container",
      yanchor: "top",
      pad: {l: MARGIN_PX, t: MARGIN_PX}
    },
    font: {family: theme.font, size: FONT_PX, color: theme.text},
    paper_bgcolor: theme.background,
    plot_bgcolor: theme.background,
    colorway: theme.categories,
    separators: ".,",
    bargap: data.bins.length > 0 ? 0.04 : 0.2,
    barmode: spec.group !== undefined && spec.aggregate !== "mean" ? "relative" : "group",
    boxmode: "group",
    hovermode:
      (spec.kind === "line" || spec.kind === "area") && series.length > 1 ? "x unified" : "closest",
    hoverlabel: {bgcolor: theme.float, bordercolor: theme.muted, font: {color: theme.text}},
    // at the bottom of all, below names of whatever length along the axis
    legend: {
      orientation: "h",
      x: 0,
      y: 0,
      yref: "container",
      yanchor: "bottom",
      font: {size: FONT_PX}
    },
    xaxis: {
      ...axis,
      ...toXAxis(data),
      title: {...title, text: toPlain(data.xLabel)},
      showgrid: !isBar && spec.kind !== "box"
    },
    yaxis: {
      ...axis,
      title: {...title, text: toPlain(data.yLabel)},
      rangemode: isBar || spec.kind === "area" ? "tozero" : "normal"
    }
  };
}

function toXAxis({spec, xKind, categories, boxes}: ChartData): object {
  if (xKind === "time") return {type: "date", hoverformat: undefined};
  if (xKind === "category") {
    const order = boxes.length > 0 ? [...new Set(boxes.map(({category}) => category))] : categories;
    return {type: "category", categoryorder: "array", categoryarray: order.map(toPlain)};
  }
  return isYear(spec.x ?? "")
    ? {type: "linear", tickformat: "d", hoverformat: "d"}
    : {type: "linear"};
}

/** Whether names at the ends of lines stay clear of each other. */
function areEndsApart(series: readonly Series[]): boolean {
  const values = series.flatMap(({y}) => y).map(Number);
  const range = Math.max(...values) - Math.min(...values);
  const ends = series.map(({y}) => Number(y.at(-1) ?? 0)).sort((a, b) => a - b);
  return ends.every((end, i) => i === 0 || end - ends[i - 1]! >= MIN_END_DISTANCE * range);
}

/** A line's name at its end, nearer than a legend; the dot has the colour, for which text would be too pale. */
function toEndLabel({name, x, y}: Series, data: ChartData, colour: string): object {
  return {
    x: toPlace(x.at(-1) ?? 0, data),
    y: y.at(-1) ?? 0,
    text: `<span style="color:${colour}">●</span> ${toPlain(name)}`,
    showarrow: false,
    xanchor: "left",
    xshift: 6
  };
}

function toLabelRoom(series: readonly Series[]): number {
  return 24 + Math.min(160, Math.max(...series.map(({name}) => name.length)) * CHARACTER_PX);
}

/** The chart in one sentence, for those who do not see it. */
export function describeFigure({title, series, bins, boxes, note}: ChartData): string {
  const marks = series.reduce((sum, {x}) => sum + x.length, 0) + bins.length + boxes.length;
  return `${title}; ${formatCount(marks)} marks${note === undefined ? "" : `; ${note}`}`;
}
