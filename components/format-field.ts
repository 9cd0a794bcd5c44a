import type {FieldSchema} from "../src/index.ts";
import {formatMoment} from "./format-value.ts";

const NUMBER = new Intl.NumberFormat("en-US", {maximumFractionDigits: 12});

/** A field's value as people read it; "" where there is none. Moments are in the reader's own time zone. */
export function formatField(value: unknown, {format, type}: FieldSchema = {}): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number")
    return type === "integer" ? formatInteger(value) : NUMBER.format(value);
  if (typeof value === "string") return format === "date-time" ? formatLocal(value) : value;
  if (Array.isArray(value)) return value.map((item) => formatField(item)).join(", ");
  return JSON.stringify(value);
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

function formatLocal(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : formatMoment(at);
}
