const MAX_LENGTH = 40;

/** A value as an example in a sentence: texts in quotes, everything cut where it is long. */
export function formatSample(value: unknown): string {
  const text = typeof value === "string" ? `“${value}”` : (JSON.stringify(value) ?? "nothing");
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
