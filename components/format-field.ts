import type {FieldSchema} from "../src/index.ts";
import {
  formatMoney,
  formatPoint,
  formatSpan,
  isAttachment,
  isPlace,
  toLabel
} from "../src/index.ts";
import {formatMoment} from "./format-value.ts";

const NUMBER = new Intl.NumberFormat("en-US", {maximumFractionDigits: 12});

/** A field's value as people read it; "" where there is none. Moments are in the reader's own time zone. */
export function formatField(value: unknown, schema: FieldSchema = {}): string {
  const {format, type, items, "x-lakebook": hints} = schema;
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") {
    if (hints?.kind === "money") return formatMoney(value, hints.currency);
    return type === "integer" ? formatInteger(value) : NUMBER.format(value);
  }
  if (typeof value === "string") {
    if (hints?.kind === "span" || format === "duration") return formatSpan(value);
    return format === "date-time" ? formatLocal(value) : value;
  }
  if (Array.isArray(value)) return value.map((item) => formatField(item, items)).join(", ");
  return formatGroup(value, schema);
}

/** Whether a field's values stand at the right edge. */
export function isNumberField({type}: FieldSchema): boolean {
  return type === "number" || type === "integer";
}

/** An address that may be followed; undefined for text, and for what is no page (`javascript:` and the like). */
export function toWebAddress(value: unknown, {format}: FieldSchema): string | undefined {
  if (typeof value !== "string") return undefined;
  if (format === "email" && /^[^\s@]+@[^\s@]+$/.test(value)) return `mailto:${value}`;
  return /^https?:\/\/\S+$/i.test(value) ? value : undefined;
}

/** Thousands marks only from five digits on, so that a year stays a year. */
function formatInteger(value: number): string {
  return Math.abs(value) < 10_000 ? String(value) : NUMBER.format(value);
}

/** What has parts: a place by its name and point, a file by its name, a group by its fields; what has no schema as JSON. */
function formatGroup(value: object, {properties, "x-lakebook": hints}: FieldSchema): string {
  if (hints?.kind === "place" && isPlace(value)) {
    const point = formatPoint(value);
    return value.label === undefined ? point : `${value.label} (${point})`;
  }
  if (isAttachment(value)) return value.name;
  if (!properties) return JSON.stringify(value);
  return Object.entries(value)
    .map(([name, inner]) => {
      const field = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return `${field?.title ?? toLabel(name)}: ${formatField(inner, field)}`;
    })
    .join(", ");
}

function formatLocal(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : formatMoment(at);
}
