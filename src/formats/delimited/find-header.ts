import type {ColumnProfile} from "./column-profile.ts";
import {profileColumns, rateRow} from "./column-profile.ts";
import {YEAR, isHeader} from "./header.ts";
import type {RegionContext} from "./region.ts";
import {repairHeader} from "./repair-row.ts";
import type {Row} from "./rows.ts";
import {countFilled, toLine} from "./rows.ts";
import {MAX_HEADER_LINES} from "./table-width.ts";

/** Where the lines that name the columns stand among the rows; `bodyAt` is the first row below them. */
export interface Header {
  readonly start: number;
  readonly names: readonly (readonly string[])[];
  readonly bodyAt: number;
}

/** The lines that name the columns, by what differs between them and the rows below; none where no row does. */
export function findHeader(
  rows: readonly Row[],
  profiles: readonly ColumnProfile[],
  context: RegionContext
): Header {
  const width = profiles.length;
  const used = profiles.filter(({emptyShare}) => emptyShare < 1).length;
  const isWide = (row: Row): boolean =>
    row.fields.length >= width * 0.5 &&
    countFilled(row) >= Math.min(width, Math.max(width > 1 ? 2 : 1, used * 0.5));
  const isOverHeader = (next: Row | undefined): boolean =>
    next !== undefined && isWide(next) && rateRow(next.fields, profiles) < 0;
  const isData = ({fields}: Row): boolean => rateRow(fields, profiles) > 0;
  for (const [i, row] of rows.entries()) {
    const rating = rateRow(row.fields, profiles);
    const next = rows[i + 1];
    if ((row.isBroken || row.fields.length !== width) && rating <= 0 && next && width > 1) {
      const names = isFollowedByData(next, profiles)
        ? repairHeader(toLine(row, context.text), row.fields, width, context.dialect)
        : undefined;
      if (names && isHeader(names, profiles)) return {start: i, names: [names], bodyAt: i + 1};
    }
    if (!isWide(row) && (rating <= 0 || isOverHeader(next))) continue;
    if (row.fields[0]!.startsWith("#") && next && !isData(next)) continue;
    if (!isHeader(row.fields, rows.length > 1 ? profiles : profileColumns([[]], width))) {
      // rows that look like neither are data
      return {start: i, names: [], bodyAt: i};
    }
    const start = findGroupLine(rows, i, profiles);
    let bodyAt = i + 1;
    while (
      bodyAt < rows.length - 1 &&
      bodyAt - start < MAX_HEADER_LINES &&
      rateRow(rows[bodyAt]!.fields, profiles) < 0 &&
      rows[bodyAt]!.fields.length === row.fields.length
    )
      ++bodyAt;
    const first = skipRemarks(rows, start, bodyAt);
    return {start: first, names: rows.slice(first, bodyAt).map(({fields}) => fields), bodyAt};
  }
  const bodyAt = isHeader(rows[0]!.fields, profiles) && rows.length > 1 ? 1 : 0;
  return {start: 0, names: bodyAt === 1 ? [rows[0]!.fields] : [], bodyAt};
}

/** A sentence over the names is a title that has delimiters in it, and names nothing. */
function skipRemarks(rows: readonly Row[], start: number, bodyAt: number): number {
  let first = start;
  while (first < bodyAt - 1 && rows[first]!.fields.some((field) => SENTENCE.test(field.trim())))
    ++first;
  return first;
}

const SENTENCE = /: |^\S+(?: +\S+){4,}/;

function isFollowedByData(row: Row, profiles: readonly ColumnProfile[]): boolean {
  return row.fields.length === profiles.length && rateRow(row.fields, profiles) > 0;
}

/** A line over the header that names groups of columns. */
function findGroupLine(
  rows: readonly Row[],
  at: number,
  profiles: readonly ColumnProfile[]
): number {
  let start = at;
  while (start > 0) {
    const {fields, line} = rows[start - 1]!;
    const filled = fields.flatMap((field, i) => (field.trim() === "" ? [] : [i]));
    const isGroup =
      line === rows[start]!.line - 1 &&
      fields.length === rows[at]!.fields.length &&
      filled.length >= 2 &&
      filled.at(-1)! >= 2 &&
      (rateRow(fields, profiles) <= 0 || filled.every((i) => YEAR.test(fields[i]!.trim()))) &&
      fields.every((field) => field.length < 60);
    if (!isGroup) break;
    --start;
  }
  return start;
}
