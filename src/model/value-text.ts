import type {Value} from "./column.ts";

const DAY_ISO_LENGTH = "T00:00:00.000Z".length;

/**
 * A value as exact text that DuckDB reads back as `type`: ISO dates and moments, bytes in hex, lists and structs as
 * JSON, null as "".
 */
export function toValueText(value: Value, type: string): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (value instanceof Date) return toDateText(value, type, " ");
  if (value instanceof Uint8Array) return toHex(value);
  if (typeof value === "object") return toJsonText(value, type);
  return String(value);
}

/** A value as JSON. Whole numbers keep all their digits; what JSON cannot say (NaN, infinities) is null. */
export function toJsonText(value: Value, type: string): string {
  if (value === null) return "null";
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "null";
  if (typeof value !== "object") return JSON.stringify(value);
  if (value instanceof Date) return JSON.stringify(toDateText(value, type, "T"));
  if (value instanceof Uint8Array) return JSON.stringify(toHex(value));
  if (Array.isArray(value))
    return `[${(value as readonly Value[]).map((item) => toJsonText(item, type)).join(",")}]`;
  const fields = Object.entries(value as {readonly [name: string]: Value});
  return `{${fields.map(([name, item]) => `${JSON.stringify(name)}:${toJsonText(item, type)}`).join(",")}}`;
}

/** A day, or a moment with `separator` before its time; where a type holds both, a moment at midnight is a day. */
function toDateText(date: Date, type: string, separator: " " | "T"): string {
  if (Number.isNaN(date.getTime())) return "";
  const iso = date.toISOString();
  const isMidnight = iso.endsWith("T00:00:00.000Z");
  if (type === "DATE" || (isMidnight && /\bDATE\b/.test(type)))
    return iso.slice(0, -DAY_ISO_LENGTH);
  const text = iso.replace("T", separator).replace(/(\.000)?Z$/, "");
  return type.includes("WITH TIME ZONE") ? `${text}Z` : text;
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
