import {toColumnNames} from "../lib/column-names.ts";
import {quoteIdentifier, quoteText, toSqlLiteral} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";
import type {NativeEngine} from "./native-engine.ts";
import type {SourceColumn} from "./source.ts";

/** The rows that DuckDB's sniffer looks at, unless it is told to look at all. */
export const SAMPLE_ROWS = 20_480;

/** How a delimited text is read: what the sniffer found, and how forgiving the reader is. */
export interface CsvOptions {
  readonly delimiter: string;
  /** "" where there is none. */
  readonly quote: string;
  readonly escape: string;
  readonly comment: string;
  readonly header: boolean;
  /** Lines before the header. */
  readonly skip: number;
  readonly dateFormat: string;
  readonly timestampFormat: string;
  readonly decimalSeparator: string;
  /** Pads and cuts rows that are too short or too long, and takes quotes as they come. */
  readonly isLenient: boolean;
  /** Leaves out what cannot be read even so. */
  readonly isRejecting: boolean;
  readonly isParallel: boolean;
  readonly maxLineBytes: number;
}

export interface CsvShape {
  readonly options: CsvOptions;
  readonly columns: readonly SourceColumn[];
}

export const DEFAULT_MAX_LINE_BYTES = 2_000_000;

export interface SniffOptions {
  readonly delimiter?: string;
  readonly isLenient?: boolean;
  readonly wholeFile?: boolean;
  readonly maxLineBytes?: number;
}

/** Asks DuckDB's sniffer for dialect and types. */
export async function sniffCsv(
  engine: NativeEngine,
  path: string,
  {
    delimiter,
    isLenient = false,
    wholeFile = false,
    maxLineBytes = DEFAULT_MAX_LINE_BYTES
  }: SniffOptions = {}
): Promise<CsvShape> {
  const settings = [
    quoteText(escapeGlob(path)),
    `nullstr = ${toSqlLiteral(NULL_TEXTS)}`,
    delimiter === undefined ? "" : `delim = ${quoteText(delimiter)}`,
    isLenient ? "strict_mode = false, null_padding = true" : "",
    wholeFile ? "sample_size = -1" : "",
    maxLineBytes > DEFAULT_MAX_LINE_BYTES ? `max_line_size = ${maxLineBytes}` : ""
  ].filter((setting) => setting !== "");
  const [sniffed] = await engine.rows(`FROM sniff_csv(${settings.join(", ")})`);
  const get = (name: string): string => {
    const value = sniffed![name];
    return value === null || value === undefined || value === "(empty)"
      ? ""
      : (value as string | number | boolean).toString();
  };
  const columns = sniffed!.Columns as unknown as readonly Column[];
  const names = toColumnNames(columns.map(({name}) => name));
  return {
    columns: columns.map(({type}, i) => ({name: names[i]!, type})),
    options: {
      delimiter: get("Delimiter"),
      quote: get("Quote"),
      escape: get("Escape"),
      comment: get("Comment"),
      header: sniffed!.HasHeader === true,
      skip: Number(sniffed!.SkipRows),
      dateFormat: get("DateFormat"),
      timestampFormat: get("TimestampFormat"),
      decimalSeparator: ".",
      isLenient,
      isRejecting: false,
      isParallel: true,
      maxLineBytes
    }
  };
}

/** A call of `read_csv` that leaves nothing to be detected again. */
export function toReadCsv(
  path: string,
  options: CsvOptions,
  columns: readonly Column[],
  extra: readonly string[] = []
): string {
  const {quote, escape, comment, dateFormat, timestampFormat, decimalSeparator} = options;
  const types = columns.map(({name, type}) => `${quoteText(name)}: ${quoteText(type)}`);
  const settings = [
    quoteText(escapeGlob(path)),
    "auto_detect = false",
    "hive_partitioning = false",
    `nullstr = ${toSqlLiteral(NULL_TEXTS)}`,
    `delim = ${quoteText(options.delimiter)}`,
    `quote = ${quoteText(quote)}`,
    `escape = ${quoteText(escape)}`,
    comment === "" ? "" : `comment = ${quoteText(comment)}`,
    `header = ${options.header}`,
    `skip = ${options.skip}`,
    `columns = {${types.join(", ")}}`,
    dateFormat === "" ? "" : `dateformat = ${quoteText(dateFormat)}`,
    timestampFormat === "" ? "" : `timestampformat = ${quoteText(timestampFormat)}`,
    decimalSeparator === "." ? "" : `decimal_separator = ${quoteText(decimalSeparator)}`,
    options.isLenient ? "strict_mode = false, null_padding = true" : "",
    options.isRejecting ? "ignore_errors = true" : "",
    options.isParallel ? "" : "parallel = false",
    options.maxLineBytes > DEFAULT_MAX_LINE_BYTES ? `max_line_size = ${options.maxLineBytes}` : "",
    ...extra
  ];
  return `read_csv(${settings.filter((setting) => setting !== "").join(", ")})`;
}

export function toTextColumns(columns: readonly Column[]): Column[] {
  return columns.map(({name}) => ({name, type: "VARCHAR"}));
}

/** A file's name may hold what DuckDB takes for a pattern. */
export function escapeGlob(path: string): string {
  return path.replace(/[*?[]/g, "[$&]");
}

const INTEGER_TOO_LONG = String.raw`[+-]?\d{16,}`;
const COMMA_NUMBER = String.raw`[+-]?\d+(,\d+)?`;
/** What databases write for no value. An empty field is one too. */
const NULL_TEXTS = ["", "NULL"];

/** What a closer look at the first rows changed, in words, by column. */
export interface Refinement {
  readonly shape: CsvShape;
  /** Columns of dates that may be day or month first. */
  readonly ambiguous: readonly string[];
}

/**
 * Looks again at what the sniffer takes too lightly: integers so long that a DOUBLE would round them and dates
 * that may be day or month first stay text, decimal commas make numbers, and columns without a value are marked.
 */
export async function refineCsv(
  engine: NativeEngine,
  path: string,
  {options, columns}: CsvShape
): Promise<Refinement> {
  const swapped = swapDayAndMonth(options.dateFormat) ?? swapDayAndMonth(options.timestampFormat);
  const mayHaveCommas = options.delimiter === ";" && !columns.some(({type}) => type === "DOUBLE");
  const checks = columns.map(({name, type}) => {
    const value = quoteIdentifier(name);
    const matches = (pattern: string): string =>
      `regexp_full_match(trim(${value}), ${quoteText(pattern)})`;
    if (type === "DOUBLE") return `coalesce(bool_or(${matches(INTEGER_TOO_LONG)}), false)`;
    if (type === "VARCHAR")
      return mayHaveCommas
        ? `CASE WHEN count(${value}) = 0 THEN NULL
            ELSE bool_and(${matches(COMMA_NUMBER)}) AND bool_or(contains(${value}, ',')) END`
        : `CASE WHEN count(${value}) = 0 THEN NULL ELSE false END`;
    if ((type === "DATE" || type === "TIMESTAMP") && swapped !== undefined)
      return `coalesce(bool_and(try_strptime(${value}, ${quoteText(swapped)}) IS NOT NULL), true)`;
    return "false";
  });
  if (checks.every((check) => check === "false")) return {shape: {options, columns}, ambiguous: []};
  const list = checks.map((check, i) => `${check} AS c${i}`).join(", ");
  const rows = toReadCsv(path, options, toTextColumns(columns));
  const [found] = await engine.rows(
    `SELECT count(*) AS n, ${list} FROM (FROM ${rows} LIMIT ${SAMPLE_ROWS})`
  );
  const isWhole = Number(found!.n) < SAMPLE_ROWS;
  const dates = columns.flatMap(({type}, i) =>
    swapped !== undefined && (type === "DATE" || type === "TIMESTAMP") ? [found![`c${i}`]] : []
  );
  const areAmbiguous = dates.length > 0 && dates.every((isAmbiguous) => isAmbiguous === true);
  const ambiguous: string[] = [];
  let decimalSeparator = options.decimalSeparator;
  const refined = columns.map((column, i): SourceColumn => {
    const result = found![`c${i}`];
    const {name, type} = column;
    if (type === "DOUBLE" && result === true) return {name, type: "VARCHAR"};
    if (type === "VARCHAR" && result === null && isWhole) return {name, type, isEmpty: true};
    if (type === "VARCHAR" && result === true) {
      decimalSeparator = ",";
      return {name, type: "DOUBLE"};
    }
    if (swapped !== undefined && areAmbiguous && (type === "DATE" || type === "TIMESTAMP")) {
      ambiguous.push(name);
      return {name, type: "VARCHAR"};
    }
    return column;
  });
  return {shape: {options: {...options, decimalSeparator}, columns: refined}, ambiguous};
}

/** The format with day and month changed about; undefined where it begins with the year, or names no month by number. */
function swapDayAndMonth(format: string): string | undefined {
  if (!/%d.*%m|%m.*%d/.test(format) || /^%[Yy]/.test(format)) return undefined;
  return format.replace(/%[dm]/g, (part) => (part === "%d" ? "%m" : "%d"));
}
