import type {QueryResult as Result, TypeColumn, Value} from "../src/index.ts";
import {QueryResult, toLabel, toValueText, toViewKind} from "../src/index.ts";
import {formatMoment} from "./format-value.ts";

/** A column's name on screen, with its unit. */
export function toColumnLabel({name, role, field, schema}: TypeColumn): string {
  if (field === undefined) return LABELS[role] ?? toLabel(name);
  const {unit, currency} = schema?.["x-lakebook"] ?? {};
  const label = schema?.title ?? toLabel(field);
  const measure = unit ?? currency;
  return measure === undefined || label.includes(measure) ? label : `${label}, ${measure}`;
}

const LABELS: Partial<Record<TypeColumn["role"], string>> = {
  id: "Id",
  slug: "Address",
  title: "Title",
  type: "Type",
  tags: "Tags",
  created: "Added",
  updated: "Changed"
};

/** The columns as cells show them: named for people, groups and lists as text. */
export function toDisplay(result: Result, columns: readonly TypeColumn[]): Result {
  const places = columns.map(({name}) => result.columns.indexOf(name));
  return new QueryResult({
    fields: columns.map((column, i) => ({
      name: toColumnLabel(column),
      type: toDisplayType(column, result.fields[places[i]!]?.type ?? "VARCHAR")
    })),
    readers: columns.map((column, i) => {
      const show = toShow(column);
      return {length: result.numRows, get: (row) => show(result.value(row, places[i]!))};
    })
  });
}

/** A value in words; "" where there is none. */
export function formatValue(column: TypeColumn, value: Value): string {
  const shown = toShow(column)(value);
  return shown instanceof Date
    ? toValueText(shown, toDisplayType(column, "TIMESTAMP"))
    : toWords(shown);
}

function toWords(value: Value): string {
  return typeof value === "number" ? NUMBER.format(value) : toValueText(value, "VARCHAR");
}

const NUMBER = new Intl.NumberFormat("en-US", {maximumFractionDigits: 4});

function toDisplayType(column: TypeColumn, type: string): string {
  const kind = toViewKind(column);
  if (kind === "number") return type.startsWith("DECIMAL") ? "DOUBLE" : type;
  if (kind === "date") return "DATE";
  return kind === "unknown" ? type : "VARCHAR";
}

function toShow(column: TypeColumn): (value: Value) => Value {
  switch (toViewKind(column)) {
    case "boolean":
      return (value) => (value === null ? null : value ? "yes" : "no");
    case "moment":
      return (value) => (value instanceof Date ? formatMoment(value) : value);
    case "list":
      return (value) => (Array.isArray(value) ? value.map(toItemText).join(", ") || null : value);
    case "group":
      return (value) => (value === null ? null : toItemText(value));
    default:
      return (value) => value;
  }
}

/** Files by their names, places by their labels. */
function toItemText(value: Value): string {
  if (value === null || typeof value !== "object" || value instanceof Date) return toWords(value);
  const {name, label, latitude, longitude} = value as {readonly [name: string]: Value};
  if (typeof name === "string") return name;
  if (typeof label === "string" && label !== "") return label;
  return typeof latitude === "number" && typeof longitude === "number"
    ? `${latitude}, ${longitude}`
    : toValueText(value, "JSON");
}
