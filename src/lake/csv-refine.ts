import {quoteIdentifier, quoteText} from "../lib/sql.ts";
import type {CsvColumn, CsvShape} from "./csv-sniff.ts";
import {SAMPLE_ROWS, toReadCsv, toTextColumns} from "./csv-sniff.ts";
import type {Engine} from "./engine.ts";

const INTEGER_TOO_LONG = String.raw`[+-]?\d{16,}`;
const COMMA_NUMBER = String.raw`[+-]?\d+(,\d+)?`;
const ISO_DAY = String.raw`\d{4}-\d{2}-\d{2}`;

/** What a closer look at the first rows changed. */
export interface Refinement {
  readonly shape: CsvShape;
  /** Columns of dates that may be day or month first. */
  readonly ambiguous: readonly string[];
}

/** What a closer look finds of a column; "same" where the sniffer was right. */
type Finding = "same" | "long" | "empty" | "comma" | "ambiguous" | "clear" | "day";

/**
 * Looks again at what the sniffer takes too lightly: integers so long that a DOUBLE would round them and dates
 * that may be day or month first stay text, decimal commas make numbers, days beside dates of another format are
 * days, and columns without a value are marked.
 */
export async function refineCsv(
  engine: Engine,
  path: string,
  {options, columns}: CsvShape
): Promise<Refinement> {
  const context = {
    mayHaveCommas: options.delimiter === ";" && !columns.some(({type}) => type === "DOUBLE"),
    hasFormats: columns.some(({format}) => format !== undefined)
  };
  const checks = columns.map((column) => toCheck(column, context));
  if (checks.every((check) => check === undefined))
    return {shape: {options, columns}, ambiguous: []};
  const list = checks.map((check, i) => `${check ?? "'same'"} AS c${i}`).join(", ");
  const rows = toReadCsv(path, options, toTextColumns(columns));
  const [found] = await engine.rows(
    `SELECT count(*) AS n, ${list} FROM (FROM ${rows} LIMIT ${SAMPLE_ROWS})`
  );
  const findings = columns.map((_, i) => found![`c${i}`] as Finding);
  const isWhole = Number(found!.n) < SAMPLE_ROWS;
  // where one column says which comes first, the others are written alike
  const isClear = findings.includes("clear");
  const refined = columns.map((column, i) =>
    refineColumn(column, findings[i]!, {isWhole, isClear})
  );
  const decimalSeparator = findings.includes("comma") ? "," : options.decimalSeparator;
  return {
    shape: {options: {...options, decimalSeparator}, columns: refined},
    ambiguous: columns
      .filter((_, i) => findings[i] === "ambiguous" && !isClear)
      .map(({name}) => name)
  };
}

/** SQL that gives the finding for a column; undefined where there is nothing to look at. */
function toCheck(
  {name, type, format}: CsvColumn,
  {mayHaveCommas, hasFormats}: {mayHaveCommas: boolean; hasFormats: boolean}
): string | undefined {
  const value = quoteIdentifier(name);
  const matches = (pattern: string): string =>
    `regexp_full_match(trim(${value}), ${quoteText(pattern)})`;
  if (type === "DOUBLE")
    return `CASE WHEN bool_or(${matches(INTEGER_TOO_LONG)}) THEN 'long' ELSE 'same' END`;
  if (type === "VARCHAR") {
    const isComma = `bool_and(${matches(COMMA_NUMBER)}) AND bool_or(contains(${value}, ','))`;
    const comma = mayHaveCommas ? `WHEN ${isComma} THEN 'comma'` : "";
    return `CASE WHEN count(${value}) = 0 THEN 'empty' ${comma} ELSE 'same' END`;
  }
  if (format !== undefined) {
    const swapped = swapDayAndMonth(format);
    if (swapped === undefined) return undefined;
    const isSwapped = `try_strptime(${value}, ${quoteText(swapped)}) IS NOT NULL`;
    return `CASE WHEN bool_and(${value} IS NULL OR ${isSwapped}) THEN 'ambiguous' ELSE 'clear' END`;
  }
  if (type === "TIMESTAMP" && hasFormats)
    return `CASE WHEN bool_and(${matches(ISO_DAY)}) THEN 'day' ELSE 'same' END`;
  return undefined;
}

function refineColumn(
  column: CsvColumn,
  finding: Finding,
  {isWhole, isClear}: {isWhole: boolean; isClear: boolean}
): CsvColumn {
  const {name} = column;
  switch (finding) {
    case "long":
      return {name, type: "VARCHAR"};
    case "empty":
      return isWhole ? {name, type: "VARCHAR", isEmpty: true} : column;
    case "comma":
      return {name, type: "DOUBLE"};
    case "ambiguous":
      return isClear ? column : {name, type: "VARCHAR"};
    case "day":
      return {name, type: "DATE"};
    case "clear":
    case "same":
      return column;
  }
}

/** The format with day and month changed about; undefined where it names no month by number. */
function swapDayAndMonth(format: string): string | undefined {
  if (!/%d.*%m|%m.*%d/.test(format) || /^%[Yy]/.test(format)) return undefined;
  return format.replace(/%[dm]/g, (part) => (part === "%d" ? "%m" : "%d"));
}
