import type {Dialect} from "../../model/delimited.ts";
import {alignTokens} from "./align.ts";
import {findNarrowProfiles} from "./narrow-profiles.ts";
import type {ColumnProfile} from "./column-profile.ts";
import {profileColumns} from "./column-profile.ts";
import type {Token} from "./line-tokens.ts";
import {splitLine} from "./line-tokens.ts";
import type {RowDialect} from "./repair-row.ts";
import {repairRow} from "./repair-row.ts";
import type {Row} from "./rows.ts";
import {isBlank, parseRows, toLine} from "./rows.ts";

/** A row in the width of its table. */
export interface MendedRow {
  readonly fields: readonly string[];
  readonly line: number;
  readonly text: () => string;
  /** What was done; absent where the row is as the others. */
  readonly what?: string;
}

interface Mendable {
  readonly text: string;
  readonly width: number;
  readonly dialect: RowDialect;
  readonly profiles: readonly ColumnProfile[];
}

interface Table extends Mendable {
  /** How many fields may still be looked at for each column, so that a file of nothing but odd rows is read in time. */
  readonly effort: {left: number};
  /** Whether a row of the right width may be so by chance, its values beside their columns. */
  readonly isByChance: boolean;
}

const MAX_EFFORT = 1_000_000;
/** A repair that costs more leaves a row of several lines as it was read. */
const MAX_LINE_COST = 4;
/** A repair that moves a quote costs at least this much. */
const MIN_REPAIR_COST = 1;
/** What a record counts for its broken quotes. */
const BROKEN_COST = 2;
/** Records of so many lines are not taken apart again: somebody writes long letters. */
const MAX_RECORD_CHARS = 200_000;

/**
 * All rows of a table in its width. A row of another width is padded, cut, merged or split, in the way that keeps the
 * values in the columns where they belong; a quote that swallows lines gives them back.
 */
export function mendRows(body: readonly Row[], table: Mendable): MendedRow[] {
  const isRegular = (row: Row): boolean =>
    row.fields.length === table.width && !row.isBroken && !hasQuote(row.fields, table.dialect);
  if (body.every(isRegular)) return body.map((row) => toPlain(row, table));
  const regular = body.filter(isRegular);
  const profiles =
    regular.length > 1
      ? profileColumns(
          regular.map(({fields}) => fields),
          table.width
        )
      : table.profiles;
  const narrow = findNarrowProfiles(body, profiles, table);
  const settled: Table = {
    ...table,
    profiles: narrow ?? profiles,
    effort: {left: MAX_EFFORT},
    isByChance: narrow !== undefined
  };
  return body.flatMap((row) => mendRow(row, settled));
}

function mendRow(row: Row, table: Table): MendedRow[] {
  const {width, text, isByChance} = table;
  const {fields} = row;
  const isPlain = fields.length === width && !isByChance;
  if (isPlain && !row.isBroken && !hasQuote(fields, table.dialect)) return [toPlain(row, table)];
  table.effort.left -= fields.length * width;
  if (table.effort.left < 0) return [cutOrPad(row, table)];
  const raw = toLine(row, text);
  const lines = raw.length > MAX_RECORD_CHARS ? 1 : raw.search(/[\r\n]/);
  if (lines > 0) {
    const given = giveBackLines(row, raw, lines, table);
    if (given) return given;
  }
  if (isPlain) return [mendQuotes(row, raw, table)];
  if (fields.length > width && fields.slice(width).every((field) => field.trim() === ""))
    if (row.isBroken === false && table.profiles.length === width && fitsAll(fields, table))
      return [toPlain({...row, fields: fields.slice(0, width)}, table)];
  const repaired = repairRow(raw, fields, table.profiles, table.dialect)!;
  if (repaired.mendings.size === 0 && isByChance) return [toPlain(row, table)];
  const isPlainText = width === 1 && repaired.mendings.size === 1 && repaired.mendings.has("merge");
  const mended = {fields: repaired.fields, line: row.line, text: () => raw};
  return [isPlainText ? mended : {...mended, what: repaired.what}];
}

/** The quick way, where there are too many odd rows to look at each. */
function cutOrPad(row: Row, table: Table): MendedRow {
  const {width} = table;
  const fields = Array.from({length: width}, (_, i) => row.fields[i] ?? "");
  const plain = toPlain({...row, fields}, table);
  const found = row.fields.length;
  if (found === width) return plain;
  const what = `row has ${found} of ${width} fields, the others are ${found > width ? "left out" : "null"}`;
  return {...plain, what};
}

/** A row of the right width whose delimiters may stand inside of quotes that begin where none may. */
function mendQuotes(row: Row, raw: string, table: Table): MendedRow {
  const plain = toPlain(row, table);
  const tokens = splitLine(raw, table.dialect);
  if (tokens?.every(({text, isQuoted}) => isQuoted || !text.includes(table.dialect.quote)))
    return plain;
  const {profiles, dialect} = table;
  const asItIs = alignTokens(toTokens(row.fields), profiles, dialect.delimiter)!;
  if (tokens && asItIs.cost < MIN_REPAIR_COST) return plain;
  const repaired = repairRow(raw, undefined, profiles, dialect);
  if (!repaired || (tokens && repaired.cost >= asItIs.cost)) return plain;
  return {...plain, fields: repaired.fields, what: repaired.what};
}

function toTokens(fields: readonly string[]): Token[] {
  return fields.map((text) => ({text, isQuoted: false}));
}

function hasQuote(fields: readonly string[], {quote}: Dialect): boolean {
  return quote !== "" && fields.some((field) => field.includes(quote));
}

/** A row whose extra fields are all empty and whose others stand where they should. */
function fitsAll(fields: readonly string[], {width, profiles, dialect}: Table): boolean {
  const tokens = fields.slice(0, width);
  const repaired = alignTokens(toTokens(fields), profiles, dialect.delimiter)!;
  return repaired.fields.every((field, i) => field === tokens[i]);
}

/** The first line of a record as a row of its own, where it makes a better one so, and the lines below it anew. */
function giveBackLines(row: Row, raw: string, at: number, table: Table): MendedRow[] | undefined {
  const line = raw.slice(0, at);
  const {width, dialect, profiles} = table;
  const repaired = repairRow(line, undefined, profiles, dialect);
  if (!repaired || repaired.cost >= MAX_LINE_COST) return undefined;
  if (row.fields.length === width) {
    const whole = alignTokens(toTokens(row.fields), profiles, dialect.delimiter)!;
    if (whole.cost + (row.isBroken ? BROKEN_COST : 0) <= repaired.cost) return undefined;
  }
  const rest = raw.slice(at).replace(/^\r?\n|^\r/, "");
  const offset = row.start + raw.length - rest.length;
  const below = parseRows(rest, dialect, {offset, line: row.line + 1}).filter(
    (one) => !isBlank(one)
  );
  return [
    {fields: repaired.fields, line: row.line, text: () => line, what: repaired.what},
    ...below.flatMap((one) => mendRow(one, table))
  ];
}

function toPlain(row: Row, {text}: Mendable): MendedRow {
  return {
    fields: row.fields.map(unquoteSpaced),
    line: row.line,
    text: () => toLine(row, text)
  };
}

/** A quote after a blank is read as a part of the field. */
function unquoteSpaced(field: string): string {
  if (field.charCodeAt(0) !== 0x20) return field;
  const inner = /^ +"((?:[^"]|"")*)" *$/.exec(field)?.[1];
  return inner === undefined ? field : inner.replaceAll('""', '"');
}
