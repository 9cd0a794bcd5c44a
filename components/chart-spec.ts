import type {Column, QueryResult, Value} from "../src/index.ts";
import {toColumnKind} from "../src/index.ts";
import {toUnit} from "./chart-label.ts";

export const CHART_KINDS = ["bar", "line", "area", "dots", "histogram", "box"] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

export const AGGREGATES = ["none", "count", "sum", "mean"] as const;
export type Aggregate = (typeof AGGREGATES)[number];

/** What a chart shows of a result; columns by name. */
export interface ChartSpec {
  readonly kind: ChartKind;
  /** The column along the bottom; a box may do without. */
  readonly x: string | undefined;
  /** The columns that are measured; a histogram and a count have none. */
  readonly y: readonly string[];
  /** The column that tells series apart by colour. */
  readonly group: string | undefined;
  /** How rows that fall on one x are put together. */
  readonly aggregate: Aggregate;
}

/** A chart by the parts that are given: bars of rows as they are, unless something else is said. */
export function toChartSpec({
  kind = "bar",
  x,
  y = [],
  group,
  aggregate = "none"
}: Partial<ChartSpec>): ChartSpec {
  return {kind, x, y, group, aggregate};
}

/** Kinds of axes. */
export type AxisKind = "time" | "number" | "category";

const SAMPLE_ROWS = 2000;
const MAX_SERIES = 4;
const MAX_GROUPS = 10;
/** So many texts fit below an axis, whatever they are. */
const MAX_TICKS = 60;
const NAME_OF_KEY =
  /(^|_)(id|key|rowid|zip|plz|postcode|code|lat|latitude|lon|lng|longitude|lap|index|no|nr|number|seq|rank|page|line)$/i;
const NAME_OF_YEAR = /(^|_)(year|jahr)$/i;
const NAME_OF_SUM =
  /amount|count|total|sum|qty|quantity|played|price|cost|revenue|minutes|bytes|size/i;

export function toAxisKind({type}: Column): AxisKind {
  const kind = toColumnKind(type);
  return kind === "number"
    ? "number"
    : kind === "date" || kind === "timestamp"
      ? "time"
      : "category";
}

/** Whether numbers of this name are years, which are no amounts and want no thousands marks. */
export function isYear(name: string): boolean {
  return NAME_OF_YEAR.test(name);
}

interface Described extends Column {
  readonly role: "time" | "year" | "number" | "key" | "category" | "text";
  readonly isUnique: boolean;
  readonly distinct: number;
}

/**
 * The chart that a careful person would try first: a measure over time as a line, by a category as bars, against another
 * as dots, alone as a histogram. Undefined where nothing can be drawn.
 */
export function guessChart(result: QueryResult): ChartSpec | undefined {
  const columns = describe(result);
  const find = (role: Described["role"]): Described | undefined =>
    columns.find((c) => c.role === role);
  const numbers = columns.filter(({role}) => role === "number");
  const [year, category] = [find("year"), find("category")];
  // of several moments the one that tells rows apart is when things happened
  const [time] = columns
    .filter(({role}) => role === "time")
    .sort((a, b) => b.distinct - a.distinct);
  const group = columns.find(
    (c) => c.role === "category" && !c.isUnique && c.distinct > 1 && c.distinct <= MAX_GROUPS
  );
  const spec = (kind: ChartKind, rest: Partial<ChartSpec>): ChartSpec =>
    toChartSpec({...rest, kind});
  const axis = time ?? year;
  if (axis && numbers.length > 0) {
    const by = axis.isUnique ? undefined : group;
    return spec(axis.role === "year" ? "bar" : "line", {
      x: axis.name,
      y: by ? [numbers[0]!.name] : alike(numbers),
      group: by?.name,
      aggregate: axis.isUnique ? "none" : toAggregate(numbers[0]!)
    });
  }
  const isJoint = numbers.length >= 2 && toUnit(numbers[0]!.name) !== toUnit(numbers[1]!.name);
  if (category && numbers.length > 0 && (category.isUnique || !isJoint)) {
    const aggregate = category.isUnique ? "none" : toAggregate(numbers[0]!);
    return spec("bar", {x: category.name, y: alike(numbers), aggregate});
  }
  if (numbers.length >= 2)
    return spec("dots", {x: numbers[0]!.name, y: [numbers[1]!.name], group: group?.name});
  if (numbers.length === 1) return spec("histogram", {x: numbers[0]!.name});
  if (axis) return spec("histogram", {x: axis.name});
  if (category) return spec("bar", {x: category.name, aggregate: "count"});
  const key = find("key");
  return key && spec("histogram", {x: key.name});
}

/** Measures that can stand on one axis: those with the first one's unit. */
function alike(numbers: readonly Described[]): string[] {
  const unit = toUnit(numbers[0]!.name);
  return numbers
    .filter(({name}) => toUnit(name) === unit)
    .slice(0, MAX_SERIES)
    .map(({name}) => name);
}

function toAggregate({name}: Column): Aggregate {
  return NAME_OF_SUM.test(name) ? "sum" : "mean";
}

function describe(result: QueryResult): Described[] {
  const step = Math.max(1, Math.ceil(result.numRows / SAMPLE_ROWS));
  return result.fields.map((field, column) => {
    const seen = new Set<Value>();
    let count = 0;
    for (let row = 0; row < result.numRows; row += step) {
      const value = result.value(row, column);
      if (value === null) continue;
      ++count;
      seen.add(value instanceof Date ? value.getTime() : value);
    }
    return {
      ...field,
      distinct: seen.size,
      isUnique: seen.size === count,
      role: count === 0 ? "text" : toRole(field, seen.size, count)
    };
  });
}

function toRole(field: Column, distinct: number, count: number): Described["role"] {
  const kind = toColumnKind(field.type);
  if (kind === "date" || kind === "timestamp") return "time";
  if (kind === "number")
    return isYear(field.name) ? "year" : NAME_OF_KEY.test(field.name) ? "key" : "number";
  if (kind !== "text" && kind !== "boolean") return "text";
  return count <= MAX_TICKS || distinct <= count / 2 ? "category" : "text";
}
