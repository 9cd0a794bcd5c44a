/** A value as JSON on one line that reads back as it was: `JSON.stringify` makes 0 of -0. What is undefined is left out. */
export function toJson(value: unknown): string {
  return hasNegativeZero(value) ? write(value) : JSON.stringify(value);
}

/** The value with the names of all its objects in order, so that the same content is the same text. */
export function sortNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortNames);
  if (typeof value !== "object" || value === null) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(
    names.map((name) => [name, sortNames((value as Record<string, unknown>)[name])])
  );
}

function hasNegativeZero(value: unknown): boolean {
  if (typeof value === "number") return Object.is(value, -0);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(hasNegativeZero);
}

function write(value: unknown): string {
  if (Object.is(value, -0)) return "-0";
  if (Array.isArray(value))
    return `[${value.map((item) => (item === undefined ? "null" : write(item))).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${write(field)}`).join(",")}}`;
}
