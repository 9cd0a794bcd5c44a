import {quoteIdentifier, quoteText, toSqlLiteral} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";
import type {DelimitedPlan, PlannedColumn} from "../model/delimited.ts";
import {escapeGlob} from "./escape-glob.ts";

/** How forgiving the engine's reader is. */
export interface CsvLeniency {
  /** Pads and cuts rows that are too short or too long, and takes quotes as they come. */
  readonly isLenient: boolean;
  /** Leaves out what cannot be read even so. */
  readonly isRejecting: boolean;
  readonly isParallel: boolean;
  readonly maxLineBytes: number;
}

/** The parts of a plan that the engine's reader goes by. */
export type CsvLayout = Pick<DelimitedPlan, "dialect" | "skip" | "header" | "nulls">;

const DEFAULT_MAX_LINE_BYTES = 2_000_000;

export const STRICT: CsvLeniency = {
  isLenient: false,
  isRejecting: false,
  isParallel: true,
  maxLineBytes: DEFAULT_MAX_LINE_BYTES
};

/** A call of `read_csv` that leaves nothing to be detected again. */
export function toReadCsv(
  path: string,
  {dialect, skip, header, nulls}: CsvLayout,
  columns: readonly Column[],
  leniency: CsvLeniency = STRICT,
  extra: readonly string[] = []
): string {
  const {delimiter, quote, escape, comment} = dialect;
  // the reader refuses a text for no value that has one of them in it
  const marks = [delimiter, quote, escape].filter((mark) => mark !== "");
  const types = columns.map(({name, type}) => `${quoteText(name)}: ${quoteText(type)}`);
  const settings = [
    quoteText(escapeGlob(path)),
    "auto_detect = false",
    "hive_partitioning = false",
    `nullstr = ${toSqlLiteral(nulls.filter((text) => !marks.some((mark) => text.includes(mark))))}`,
    `delim = ${quoteText(delimiter)}`,
    `quote = ${quoteText(quote)}`,
    `escape = ${quoteText(escape)}`,
    comment === "" ? "" : `comment = ${quoteText(comment)}`,
    `header = ${header > 0}`,
    // of a header of several lines the last one is taken for it
    `skip = ${skip + Math.max(0, header - 1)}`,
    `columns = {${types.join(", ")}}`,
    leniency.isLenient ? "strict_mode = false, null_padding = true" : "",
    leniency.isRejecting ? "ignore_errors = true" : "",
    leniency.isParallel ? "" : "parallel = false",
    leniency.maxLineBytes > DEFAULT_MAX_LINE_BYTES
      ? `max_line_size = ${leniency.maxLineBytes}`
      : "",
    ...extra
  ];
  return `read_csv(${settings.filter((setting) => setting !== "").join(", ")})`;
}

/**
 * SQL that turns the text of a column into its value, for types that the engine's reader would force upon it: it
 * rounds 1.5 to be a BIGINT, and cuts the time off to make a DATE. Undefined where the reader does no harm.
 */
export function toConversion(column: PlannedColumn, isVerified: boolean): string | undefined {
  const {type, dateFormats, marks} = column;
  const name = quoteIdentifier(column.name);
  if (dateFormats) return `strptime(trim(${name}), ${toFormats(dateFormats)})::${type}`;
  if (marks) return `(${toPlain(column)})::${type}`;
  if (isVerified) return undefined;
  const isLossy =
    type === "BIGINT"
      ? `contains(${name}, '.')`
      : type === "DATE"
        ? `length(${name}) > 10`
        : undefined;
  if (isLossy === undefined) return undefined;
  return `CASE WHEN ${isLossy} THEN error('Could not convert') ELSE ${name} END::${type}`;
}

/** SQL that is true of the texts that a column of this type cannot hold without a loss. */
export function toMisfit(column: PlannedColumn): string {
  const {type, dateFormats, marks} = column;
  const name = quoteIdentifier(column.name);
  const converted = dateFormats
    ? `try_strptime(trim(${name}), ${toFormats(dateFormats)})`
    : `TRY_CAST(${marks ? toPlain(column) : name} AS ${type})`;
  const isLossy =
    type === "BIGINT"
      ? ` OR NOT regexp_full_match(trim(${marks ? toPlain(column) : name}), '-?(0|[1-9]\\d*)')`
      : type === "DATE" && !dateFormats
        ? ` OR length(trim(${name})) > 10`
        : "";
  return `${name} IS NOT NULL AND (${converted} IS NULL${isLossy})`;
}

function toFormats(formats: readonly string[]): string {
  return formats.length === 1 ? quoteText(formats[0]!) : toSqlLiteral([...formats]);
}

function toPlain({name, marks}: PlannedColumn): string {
  const {decimal, thousands} = marks!;
  const column = quoteIdentifier(name);
  const joined =
    thousands === ""
      ? column
      : thousands === " "
        ? `regexp_replace(${column}, '[ \\x{a0}\\x{202f}]', '', 'g')`
        : thousands === "'"
          ? `regexp_replace(${column}, '[''’]', '', 'g')`
          : `replace(${column}, ${quoteText(thousands)}, '')`;
  return decimal === "," ? `replace(${joined}, ',', '.')` : joined;
}

export function toTextColumns(columns: readonly Column[]): PlannedColumn[] {
  return columns.map(({name}) => ({name, type: "VARCHAR"}));
}
