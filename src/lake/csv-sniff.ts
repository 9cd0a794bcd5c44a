import {toColumnNames} from "../lib/column-names.ts";
import {quoteText, toSqlLiteral} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";
import type {Engine} from "./engine.ts";
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
  readonly decimalSeparator: string;
  /** Pads and cuts rows that are too short or too long, and takes quotes as they come. */
  readonly isLenient: boolean;
  /** Leaves out what cannot be read even so. */
  readonly isRejecting: boolean;
  readonly isParallel: boolean;
  readonly maxLineBytes: number;
}

/** What databases write for no value. An empty field is one too. */
const NULL_TEXTS = ["", "NULL"];

/** A column of a delimited text. */
export interface CsvColumn extends SourceColumn {
  /** How its dates are written, where that is not as ISO 8601 has it. */
  readonly format?: string;
}

export interface CsvShape {
  readonly options: CsvOptions;
  readonly columns: readonly CsvColumn[];
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
  engine: Engine,
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
    columns: columns.map(({type}, i) =>
      toCsvColumn(names[i]!, type, {DATE: get("DateFormat"), TIMESTAMP: get("TimestampFormat")})
    ),
    options: {
      delimiter: get("Delimiter"),
      quote: get("Quote"),
      escape: get("Escape"),
      comment: get("Comment"),
      header: sniffed!.HasHeader === true,
      skip: Number(sniffed!.SkipRows),
      decimalSeparator: ".",
      isLenient,
      isRejecting: false,
      isParallel: true,
      maxLineBytes
    }
  };
}

/** Formats that begin with the year are those that the reader knows by itself. */
function toCsvColumn(
  name: string,
  type: string,
  formats: Readonly<Record<string, string>>
): CsvColumn {
  const format = formats[type] ?? "";
  return format === "" || format.startsWith("%Y-%m-%d") ? {name, type} : {name, type, format};
}

/** A call of `read_csv` that leaves nothing to be detected again. */
export function toReadCsv(
  path: string,
  options: CsvOptions,
  columns: readonly Column[],
  extra: readonly string[] = []
): string {
  const {quote, escape, comment, decimalSeparator} = options;
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
