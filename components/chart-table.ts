import type {Column, Value} from "../src/index.ts";
import {QueryResult, toColumnReader} from "../src/index.ts";
import type {ChartData} from "./chart-data.ts";

/** What a chart draws, as a table. */
export function toChartTable(data: ChartData): QueryResult {
  const {xLabel, yLabel, xKind, bins, boxes, series} = data;
  const place = xKind === "number" ? "DOUBLE" : xKind === "time" ? "TIMESTAMP" : "VARCHAR";
  const toPlace = (value: number | string): Value =>
    xKind === "time" ? new Date(Number(value)) : value;
  if (bins.length > 0) {
    return toTable([
      [{name: `${xLabel} from`, type: place}, bins.map(({from}) => toPlace(from))],
      [{name: "to", type: place}, bins.map(({to}) => toPlace(to))],
      [{name: yLabel, type: "BIGINT"}, bins.map(({count}) => count)]
    ]);
  }
  if (boxes.length > 0) {
    const numbers = (["low", "q1", "median", "q3", "high", "count"] as const).map(
      (name): [Column, Value[]] => [{name, type: "DOUBLE"}, boxes.map((box) => box[name])]
    );
    return toTable([
      [{name: "measure", type: "VARCHAR"}, boxes.map(({name}) => name)],
      [{name: xLabel || "group", type: "VARCHAR"}, boxes.map(({category}) => category)],
      ...numbers
    ]);
  }
  const points = series.flatMap(({name, x, y}) =>
    x.map((value, i) => [name, value, y[i]!] as const)
  );
  return toTable([
    [{name: "series", type: "VARCHAR"}, points.map(([name]) => name)],
    [{name: xLabel || "x", type: place}, points.map(([, value]) => toPlace(value))],
    [{name: yLabel || "y", type: "DOUBLE"}, points.map(([, , value]) => value)]
  ]);
}

function toTable(
  columns: readonly (readonly [field: Column, values: readonly Value[]])[]
): QueryResult {
  return new QueryResult({
    fields: columns.map(([field]) => field),
    readers: columns.map(([, values]) => toColumnReader(values))
  });
}
