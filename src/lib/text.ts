/** Letters that are no letter with a mark, as they are written without them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i"
};
const ASCII_ONLY = /^[\x20-\x7e]*$/;

/** A text as it is compared in a search box: lower case, without accents. */
export function foldText(text: string): string {
  if (ASCII_ONLY.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** A folded text (`foldText`) with letters such as `ß` and `ø` written as those without them write them. */
export function spellPlainly(folded: string): string {
  return folded.replace(/[ßæœøđðłþı]/g, (letter) => PLAIN_LETTERS[letter]!);
}

/** Any value that JSON can hold as text: a string is itself, nothing (and what JSON cannot hold) is "". */
export function toText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
