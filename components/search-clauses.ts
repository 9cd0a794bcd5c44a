/** A part of a query that narrows by a facet: `type:item`, `in:"my notes"`. */
export function toClause(name: string, value: string): string {
  return /^[^\s"“()]+$/.test(value)
    ? `${name}:${value}`
    : `${name}:"${value.replaceAll('"', " ")}"`;
}

/** Whether a query narrows by a value of a facet. */
export function hasClause(text: string, name: string, value: string): boolean {
  return toPattern(name, value).test(text);
}

/** The query with the value of a facet, or without it where it had it. */
export function toggleClause(text: string, name: string, value: string): string {
  const pattern = toPattern(name, value);
  const toggled = pattern.test(text)
    ? text.replace(pattern, " ")
    : `${text} ${toClause(name, value)}`;
  return toggled.replace(/ {2,}/g, " ").trim();
}

function toPattern(name: string, value: string): RegExp {
  const clause = toClause(name, value).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?:^|\\s)${clause}(?=\\s|$)`, "i");
}
