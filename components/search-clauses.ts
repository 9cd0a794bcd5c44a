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

/** The query with this value of a facet in the place of others, or without it where it had it. */
export function chooseClause(text: string, name: string, value: string): string {
  const others = new RegExp(`(^|\\s)(?:OR\\s+)?${toNames(name)}:(?:"[^"]*"|\\S+)(?=\\s|$)`, "gi");
  const cleared = text.replace(others, " ");
  const chosen = hasClause(text, name, value) ? cleared : `${cleared} ${toClause(name, value)}`;
  return chosen.replace(/ {2,}/g, " ").trim();
}

function toPattern(name: string, value: string): RegExp {
  const clause = toClause(name, value)
    .slice(name.length)
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?:^|\\s)${toNames(name)}${clause}(?=\\s|$)`, "i");
}

/** How a facet is written: a kind after `is:` too. */
function toNames(name: string): string {
  return name === "kind" ? "(?:kind|is)" : name;
}
