const ASCII_ONLY = /^[\x20-\x7e]*$/;

/** A text as it is compared in a search box: lower case, without accents. */
export function foldText(text: string): string {
  if (ASCII_ONLY.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** Any value that JSON can hold as text: a string is itself, nothing (and what JSON cannot hold) is "". */
export function toText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
