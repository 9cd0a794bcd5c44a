/** A value as JSON text; bigint as its digits, dates as ISO 8601. Throws `RangeError` on what is nested too deeply. */
export function toJsonText(value: unknown): string {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${value.map(toJsonText).join(",")}]`;
  if (typeof value === "object" && value !== null && !(value instanceof Date)) {
    const fields = Object.entries(value).map(
      ([name, field]) => `${JSON.stringify(name)}:${toJsonText(field)}`
    );
    return `{${fields.join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
