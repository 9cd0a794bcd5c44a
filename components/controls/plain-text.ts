/** A value as one can read and type it: text as it is, what has parts as JSON, nothing as "". */
export function toPlainText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
