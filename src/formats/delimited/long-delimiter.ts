import type {Dialect} from "../../model/delimited.ts";

const MAX_LENGTH = 4;

/**
 * The delimiter, longer where each time the same characters stand around it, as in `||`, `~|~` and `, `. Runs that
 * are several of it stand for empty fields.
 */
export function extendDelimiter(
  sample: string,
  {delimiter, quote}: Pick<Dialect, "delimiter" | "quote">
): string {
  const text = quote === "" ? sample : withoutQuoted(sample, quote);
  if (delimiter.length > 1 || delimiter === " ") return delimiter;
  const mark = new RegExp(
    `[^\\p{L}\\p{N}\\s"'.,+()-]*${escapePattern(delimiter)}[^\\p{L}\\p{N}\\s"'.,+()-]*`,
    "gu"
  );
  const runs = new Set(text.match(mark));
  const shortest = [...runs].reduce((a, b) => (b.length < a.length ? b : a), [...runs][0] ?? "");
  if (shortest.length < 2 || shortest.length > MAX_LENGTH) return delimiter;
  for (const run of runs)
    if (run !== shortest.repeat(run.length / shortest.length)) return delimiter;
  return shortest;
}

/** Each one, in a text that has some, so that the blank is no part of a field. */
export function isFollowedByBlank(sample: string, delimiter: string): boolean {
  const text = withoutQuoted(sample, '"');
  let count = 0;
  for (let i = text.indexOf(delimiter); i >= 0; i = text.indexOf(delimiter, i + delimiter.length)) {
    if (text[i + delimiter.length] !== " " || text[i + delimiter.length + 1] === " ") return false;
    ++count;
  }
  return count > 1;
}

function withoutQuoted(text: string, quote: string): string {
  const q = escapePattern(quote);
  return text.replace(new RegExp(`${q}[^${q}]*${q}`, "g"), "Q");
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
