import {toColumnNames} from "../../lib/column-names.ts";
import type {DelimitedPlan, Dialect, PlannedColumn} from "../../model/delimited.ts";
import type {ParseOptions} from "../../model/parse-options.ts";
import {cutRows, findColumnStarts} from "./aligned.ts";
import {detectDialect} from "./detect-dialect.ts";
import {joinNames} from "./header.ts";
import {inferColumns} from "./infer-columns.ts";
import type {MendedRow} from "./mend-rows.ts";
import {mendRows} from "./mend-rows.ts";
import type {Row} from "./rows.ts";
import {isBlank, parseRows} from "./rows.ts";
import type {Region} from "./region.ts";
import {findRegions} from "./table-regions.ts";

/** A table of a delimited text before its texts become values. */
export interface TextTable {
  readonly plan: DelimitedPlan;
  readonly rows: readonly MendedRow[];
  readonly region: Region;
}

/** Rows from elsewhere that a table's types have to hold too, by its dialect and width. */
export type FindMoreRows = (dialect: Dialect, width: number) => readonly (readonly string[])[];

/** The tables of a text as they stand there, each with the plan by which it was read. None where it has no line. */
export function readTables(
  text: string,
  parse: ParseOptions = {},
  findMore: FindMoreRows = () => []
): TextTable[] {
  const skipped = parse.skip === undefined ? {offset: 0, line: 1} : skipLines(text, parse.skip);
  const content = skipped.offset === 0 ? text : text.slice(skipped.offset);
  const dialect = detectDialect(content, parse);
  const place = {offset: 0, line: skipped.line};
  const isOpen = parse.delimiter === undefined || parse.delimiter === " ";
  const starts = isOpen && mayBeAligned(content, dialect) ? findColumnStarts(content) : undefined;
  const rows = starts ? cutRows(content, starts, place) : parseRows(content, dialect, place);
  const rowDialect = {...dialect, isGiven: parse.delimiter !== undefined};
  const regions = findRegions(content, rows, rowDialect, parse);
  return regions.map((region) => {
    const mended = mendRows(region.body, {
      text: content,
      width: region.width,
      dialect: rowDialect,
      profiles: region.profiles
    });
    const plan = toPlan(region, mended, {
      dialect: starts ? {...dialect, delimiter: " "} : dialect,
      parse,
      rows,
      isRegular: regions.length === 1 && !starts,
      findMore
    });
    return {plan, rows: mended, region};
  });
}

/** Where no delimiter is there but blanks. */
function mayBeAligned(text: string, {delimiter}: Dialect): boolean {
  return delimiter === " " || !text.includes(delimiter);
}

function skipLines(text: string, count: number): {offset: number; line: number} {
  let offset = 0;
  for (let i = 0; i < count && offset < text.length; ++i) {
    const end = /\r\n|\n|\r/g;
    end.lastIndex = offset;
    const match = end.exec(text);
    offset = match ? match.index + match[0].length : text.length;
  }
  return {offset, line: count + 1};
}

interface PlanContext {
  readonly dialect: Dialect;
  readonly parse: ParseOptions;
  readonly rows: readonly Row[];
  readonly isRegular: boolean;
  readonly findMore: FindMoreRows;
}

function toPlan(
  region: Region,
  mended: readonly MendedRow[],
  {dialect, parse, rows, isRegular: mayBeRegular, findMore}: PlanContext
): DelimitedPlan {
  const {width, names: lines, firstLine, footer} = region;
  const names = toColumnNames(joinNames(alignNames(lines, region), width));
  const more = findMore(dialect, width);
  const values = names.map((_, i) => [
    ...mended.map(({fields}) => fields[i]!),
    ...more.map((fields) => fields[i]!)
  ]);
  const inferred = inferColumns(names, values, {delimiter: dialect.delimiter, parse});
  const columns: readonly PlannedColumn[] = inferred.columns;
  const skip = parse.skip ?? firstLine - 1;
  const isRegular =
    mayBeRegular &&
    footer.length === 0 &&
    lines.every(({length}) => length === width) &&
    mended.every(({what}) => what === undefined) &&
    rows.every((row) => row.line < firstLine || isBlank(row) || row.fields.length === width);
  return {
    dialect,
    skip,
    header: lines.length,
    columns,
    nulls: inferred.nulls,
    isRegular,
    parse: {
      ...parse,
      delimiter: dialect.delimiter,
      quote: dialect.quote,
      escape: dialect.escape,
      ...(dialect.comment === "" ? {} : {comment: dialect.comment}),
      skip,
      header: lines.length,
      footer: footer.length,
      ...(inferred.decimal === undefined ? {} : {decimal: inferred.decimal}),
      ...(inferred.dateOrder === undefined ? {} : {dateOrder: inferred.dateOrder}),
      nulls: inferred.nulls.filter((text) => text !== "")
    },
    notes: inferred.notes
  };
}

/**
 * The names over their columns. A header that lacks the name of a column of row numbers, as statistics programs write
 * it, begins over the second one.
 */
function alignNames(
  lines: readonly (readonly string[])[],
  {width, body}: Region
): readonly (readonly string[])[] {
  if (lines.length !== 1 || lines[0]!.length !== width - 1 || body.length < 2) return lines;
  const isNumbered = body.every(
    ({fields}, i) => i === 0 || Number(fields[0]) === Number(body[0]!.fields[0]) + i
  );
  return isNumbered ? [["", ...lines[0]!]] : lines;
}
