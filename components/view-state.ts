import type {FilterOp, Total, View, ViewFilter, ViewLayout, ViewSort} from "../src/index.ts";
import {FILTER_OPS, TOTALS, VIEW_LAYOUTS} from "../src/index.ts";

/** What of a view travels in an address. */
export type ViewShape = Omit<View, "id" | "name" | "type">;

export const PLAIN_VIEW: ViewShape = {
  layout: "table",
  columns: null,
  sort: [],
  filters: [],
  text: "",
  group: null,
  totals: {},
  date: null,
  image: null
};

/** How a kept view shows, without what it is called and of which type it is. */
export function toShapeOf(view: View): ViewShape {
  const {layout, columns, sort, filters, text, group, totals, date, image} = view;
  return {layout, columns, sort, filters, text, group, totals, date, image};
}

/** A field's name as addresses had it once. */
const FIELD_PREFIX = "fields.";
const NAMES = ["layout", "column", "sort", "filter", "q", "group", "total", "date", "image"];

/** Whether an address says anything of how entries are shown. */
export function hasShape(query: URLSearchParams): boolean {
  return NAMES.some((name) => query.has(name));
}

/** The view in an address's query. What makes no sense is left out; whether the columns are there, the type says. */
export function toShape(query: URLSearchParams): ViewShape {
  const layout = VIEW_LAYOUTS.find((one) => one === query.get("layout"));
  const columns = query.getAll("column");
  return {
    layout: layout ?? "table",
    columns: columns.length === 0 ? null : columns,
    sort: query.getAll("sort").map(toSort),
    filters: query.getAll("filter").flatMap(toFilter),
    text: query.get("q") ?? "",
    group: query.get("group") || null,
    totals: Object.fromEntries(query.getAll("total").flatMap(toTotal)),
    date: query.get("date") || null,
    image: query.get("image") || null
  };
}

/** Adds a view to an address's query: only what is not as it is by itself. */
export function addShape(query: URLSearchParams, shape: ViewShape): void {
  if (shape.layout !== "table") query.set("layout", shape.layout);
  if (shape.text !== "") query.set("q", shape.text);
  for (const name of shape.columns ?? []) query.append("column", name);
  for (const {column, descending} of shape.sort)
    query.append("sort", descending ? `-${column}` : /^[-+]/.test(column) ? `+${column}` : column);
  for (const {column, op, value} of shape.filters)
    query.append(
      "filter",
      JSON.stringify(value === undefined ? [column, op] : [column, op, value])
    );
  for (const [column, total] of Object.entries(shape.totals))
    query.append("total", `${total} ${column}`);
  for (const name of ["group", "date", "image"] as const)
    if (shape[name] !== null) query.set(name, shape[name]);
}

function toSort(text: string): ViewSort {
  const descending = text.startsWith("-");
  const name = descending || text.startsWith("+") ? text.slice(1) : text;
  const column = name.startsWith(FIELD_PREFIX) ? name.slice(FIELD_PREFIX.length) : name;
  return {column, descending};
}

function toFilter(text: string): ViewFilter[] {
  const [column, op, value] = parseList(text);
  const known = FILTER_OPS.find((one): one is FilterOp => one === op);
  if (typeof column !== "string" || !known) return [];
  return [{column, op: known, ...(value !== undefined && {value})}];
}

function toTotal(text: string): [string, Total][] {
  const space = text.indexOf(" ");
  const total = TOTALS.find((one) => one === text.slice(0, space));
  return total ? [[text.slice(space + 1), total]] : [];
}

function parseList(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return []; // an address that somebody cut short
  }
}

/** The layouts' names on screen. */
export const LAYOUT_NAMES: Readonly<Record<ViewLayout, string>> = {
  table: "Table",
  cards: "Cards",
  board: "Board",
  calendar: "Calendar",
  gallery: "Gallery"
};
