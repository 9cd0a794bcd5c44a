import type {Dialect} from "../../model/delimited.ts";
import type {ParseOptions} from "../../model/parse-options.ts";
import {isTyped, toCellKind} from "./cells.ts";
import {findComment} from "./comments.ts";
import {extendDelimiter, isFollowedByBlank} from "./long-delimiter.ts";
import type {Row} from "./rows.ts";
import {isBlank, parseRows} from "./rows.ts";

/** How much of a text is looked at. */
const SAMPLE_CHARS = 12_000;
const MAX_ROWS = 200;
/** Enough cells to know how many of them are of a known type. */
const MAX_CELLS = 600;
/** What a row of a single field counts: little, but more than nothing. */
const EPSILON = 0.001;
/** What is lost where all rows have a quote that stands where none may. */
const BROKEN_WEIGHT = 0.3;
/** Rows of one width in a row that make a delimiter believable, as a share of all. */
const MIN_RUN_SHARE = 0.2;

/** Delimiters, and how far they are believed: a blank or a colon stands in many a text that is no table. */
const DELIMITERS: readonly (readonly [delimiter: string, weight: number])[] = [
  [",", 1],
  [";", 1],
  ["\t", 1],
  ["|", 1],
  ["\u0001", 1],
  ["\u001f", 1],
  ["§", 0.9],
  ["¦", 0.9],
  ["^", 0.8],
  ["~", 0.8],
  ["&", 0.5],
  ["#", 0.5],
  ["%", 0.5],
  ["*", 0.5],
  [" ", 0.5],
  [":", 0.1]
];

/**
 * The dialect of a text: of all that it may be written in, the one for which consistency is highest, that is, the
 * product of a pattern score (rows of few different widths, and wide ones) and a type score (the share of cells that
 * are of a known type). After G.J.J. van den Burg, A. Nazábal and C. Sutton, "Wrangling messy CSV files by detecting
 * row and type patterns", Data Mining and Knowledge Discovery 33 (2019). Added to it: delimiters are believed more
 * or less, and none is believed that no run of rows agrees on. Delimiters of several characters are found by
 * extending the one that won.
 */
export function detectDialect(text: string, parse: ParseOptions = {}): Dialect {
  const sample = toSample(text);
  const comment = parse.comment ?? "";
  let best: {dialect: Dialect; score: number} | undefined;
  const none: Dialect = {...toQuotes('"', parse), delimiter: ",", comment};
  for (const [delimiter, weight] of toDelimiters(sample, parse)) {
    for (const {quote, escape} of toQuoteCandidates(sample, parse)) {
      const dialect = {delimiter, quote, escape, comment};
      const rows = parseRows(sample, dialect).slice(0, MAX_ROWS);
      const pattern = weight * toPatternScore(rows, quote);
      if (best && pattern <= best.score) continue;
      if (parse.delimiter === undefined && !isBelievable(rows, delimiter)) continue;
      const score = pattern * toTypeScore(rows);
      if (!best || score > best.score) best = {dialect, score};
    }
  }
  const {dialect} = best ?? {dialect: none};
  const settled = {...dialect, ...settleQuotes(dialect, sample, parse)};
  return {
    ...settled,
    delimiter: parse.delimiter ?? (best ? extendDelimiter(sample, settled) : settled.delimiter),
    comment: parse.comment ?? findComment(sample, settled)
  };
}

function toSample(text: string): string {
  if (text.length <= SAMPLE_CHARS) return text;
  const end = Math.max(text.lastIndexOf("\n", SAMPLE_CHARS), text.lastIndexOf("\r", SAMPLE_CHARS));
  return text.slice(0, end > 0 ? end + 1 : SAMPLE_CHARS);
}

function toDelimiters(
  sample: string,
  {delimiter}: ParseOptions
): (readonly [delimiter: string, weight: number])[] {
  if (delimiter !== undefined) return [[delimiter, 1]];
  const single = DELIMITERS.filter(([delimiter]) => sample.includes(delimiter));
  const spaced = [",", ";", "|"].filter((delimiter) => isFollowedByBlank(sample, delimiter));
  return [...spaced.map((delimiter) => [`${delimiter} `, 1] as const), ...single];
}

type Quotes = Pick<Dialect, "quote" | "escape">;

function toQuotes(quote: string, parse: ParseOptions): Quotes {
  const given = parse.quote ?? quote;
  return {quote: given, escape: parse.escape ?? given};
}

/** Both kinds of quotes where they stand at the edge of fields, and none; doubled, or with a backslash before them. */
function toQuoteCandidates(sample: string, parse: ParseOptions): Quotes[] {
  const quotes =
    parse.quote === undefined
      ? ['"', "'"].filter((quote) => sample.includes(quote))
      : [parse.quote];
  const candidates: Quotes[] = [];
  for (const quote of quotes) {
    if (parse.quote === undefined && quote === "'" && !EDGE_APOSTROPHE.test(sample)) continue;
    candidates.push({quote, escape: parse.escape ?? quote});
    if (parse.escape === undefined && quote !== "" && sample.includes(`\\${quote}`))
      candidates.push({quote, escape: "\\"});
  }
  if (parse.quote === undefined) candidates.push({quote: "", escape: ""});
  return candidates;
}

const EDGE_APOSTROPHE = /(?:^|[,;\t| ])'[^'\n]*'(?:[,;\t| ]|\r?$)/m;

/** Where a text has no quotes, they are those that may come later; apostrophes that quote but a title now and then are none. */
function settleQuotes(dialect: Dialect, sample: string, parse: ParseOptions): Quotes {
  const {quote, escape} = dialect;
  const isNone = quote === "" || (quote === "'" && !isQuoting(dialect, sample));
  if (!isNone || parse.quote !== undefined) return {quote, escape};
  return sample.includes('"') ? {quote: "", escape: ""} : toQuotes('"', parse);
}

/** Whether apostrophes hide a delimiter from a row, or stand around most texts of a column. */
function isQuoting(dialect: Dialect, sample: string): boolean {
  const quoted = parseRows(sample, dialect).slice(0, MAX_ROWS);
  const plain = parseRows(sample, {...dialect, quote: "", escape: ""}).slice(0, MAX_ROWS);
  if (plain.length !== quoted.length) return true;
  if (plain.some(({fields}, i) => fields.length !== quoted[i]!.fields.length)) return true;
  return plain[0]!.fields.some((_, column) => {
    const texts = plain
      .map(({fields}) => fields[column]?.trim() ?? "")
      .filter((text) => text !== "" && !isTyped(toCellKind(text)));
    return texts.filter((text) => /^'.*'$/.test(text)).length > texts.length / 2;
  });
}

/** The sum of N(L-1)/L over the different widths L of N rows each, by the number of widths. */
function toPatternScore(rows: readonly Row[], quote: string): number {
  const widths = new Map<number, number>();
  for (const {fields, isBroken} of rows) {
    // a quote that swallows lines makes a pattern of its own
    const isSwallowing = isBroken && fields.some((field) => field.includes("\n"));
    const width = isSwallowing ? -fields.length : fields.length;
    if (fields.length > 1 || fields[0] !== "") widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  let sum = 0;
  for (const [width, count] of widths) {
    const length = Math.abs(width);
    sum += (count * Math.max(EPSILON, length - 1)) / length;
  }
  const broken = rows.filter((row) => row.isBroken && !hasApostrophes(row, quote)).length;
  const loss = (BROKEN_WEIGHT * broken) / Math.max(1, rows.length);
  return widths.size === 0 ? 0 : (sum / widths.size) * (1 - loss);
}

/** Whether the quotes inside of fields stand between letters only, as in "it's": they break nothing. */
function hasApostrophes({fields}: Row, quote: string): boolean {
  if (quote !== "'") return false;
  const inner = fields.filter((field) => field.includes("'"));
  return inner.length > 0 && inner.every((field) => !field.replace(APOSTROPHE, "").includes("'"));
}

const APOSTROPHE = /(?<=\p{L})'(?=\p{L})/gu;

function toTypeScore(rows: readonly Row[]): number {
  let known = 0;
  let all = 0;
  for (const {fields} of rows) {
    for (const field of fields) if (toCellKind(field) !== "text") ++known;
    all += fields.length;
    if (all > MAX_CELLS) break;
  }
  return Math.max(1e-9, known / Math.max(1, all));
}

/** Delimiters that stand in each line by intent only. */
const STRONG = new Set([",", ";", "\t", "|"]);

/** Whether some rows on end agree on a width; a text with a comma here and there is no table. */
function isBelievable(rows: readonly Row[], delimiter: string): boolean {
  let count = 0;
  let run = 0;
  let longest = 0;
  let width = 0;
  let below = 0;
  let wide = 0;
  for (const {fields} of rows) {
    if (fields.length === 1 && fields[0]!.trim() === "") continue;
    ++count;
    if (fields.length > 1) ++wide;
    if (wide > 0) ++below;
    run = fields.length === width ? run + 1 : 1;
    width = fields.length;
    if (width > 1 && run > longest) longest = run;
  }
  if (count <= 2) return longest > 0;
  if (STRONG.has(delimiter) && rows.every((row) => row.fields.length > 1 || isBlank(row)))
    return true;
  const isMostly = wide > below / 2;
  const isRun = longest >= Math.min(10, Math.max(2, count * MIN_RUN_SHARE));
  return (isMostly && isRun) || isTypedAlike(rows);
}

/** Ragged rows are a table where the first or the second field is a date, a number or the like in all of them. */
function isTypedAlike(rows: readonly Row[]): boolean {
  const wide = rows.slice(1).filter(({fields}) => fields.length > 2);
  if (wide.length < 3 || wide.length < rows.length * 0.9 - 1) return false;
  return [0, 1].some((i) => {
    const kind = toCellKind(wide[0]!.fields[i]!);
    if (!isTyped(kind)) return false;
    return wide.filter(({fields}) => toCellKind(fields[i]!) === kind).length >= wide.length * 0.9;
  });
}
