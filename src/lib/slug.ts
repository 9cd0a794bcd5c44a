const MAX_LENGTH = 60;

/** A text as a short name for addresses and SQL: lower case, digits and hyphens; "" where nothing is left. */
export function toSlug(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, "");
}

/** A text as an SQL-friendly identifier: `toSlug` with underscores, never empty, never led by a digit. */
export function toIdentifier(text: string, fallback = "table"): string {
  const name = toSlug(text).replaceAll("-", "_");
  if (name === "") return fallback;
  return /^\d/.test(name) ? `_${name}` : name;
}

/** `name`, or the first of `name2`, `name3` … that is not taken. */
export function toUnique(
  name: string,
  isTaken: (name: string) => boolean,
  separator = "_"
): string {
  if (!isTaken(name)) return name;
  let n = 2;
  while (isTaken(`${name}${separator}${n}`)) ++n;
  return `${name}${separator}${n}`;
}
