import type {Dialect} from "../../model/delimited.ts";
import type {ParseOptions} from "../../model/parse-options.ts";
import type {ColumnProfile} from "./column-profile.ts";
import {fitsProfile, profileColumns, rateRow} from "./column-profile.ts";
import {YEAR, isHeader} from "./header.ts";
import type {RowDialect} from "./repair-row.ts";
import {repairHeader, repairRow} from "./repair-row.ts";
import type {Row} from "./rows.ts";
import {countFilled, isBlank, toLine} from "./rows.ts";

/** A table in a text: its rows, and what stands around them. */
export interface Region {
  /** How many columns it has. */
  readonly width: number;
  /** Lines before the header that belong to it: a title, a source. */
  readonly preamble: readonly Row[];
  /** The names of the columns, line by line; none where it has no header. */
  readonly names: readonly (readonly string[])[];
  /** The line that the header begins with, or the rows where there is none; counted from 1. */
  readonly firstLine: number;
  readonly body: readonly Row[];
  readonly footer: readonly Row[];
  readonly profiles: readonly ColumnProfile[];
}

const MAX_HEADER_LINES = 5;
const MAX_WIDTH_ROWS = 500;
/** A row that takes more to fit is none. */
const MAX_REPAIR_COST = 5;
/** A header that comes again so often is the head of a page. */
const MIN_PAGES = 4;
const FOOTER_START =
  /^(?:\(?\*|†|©|\(\d\)|\d\)|(?:source|sources|note|notes|footnote|quelle|fuente|bron|stand|anmerkung|hinweis|nota|notas|fonte|disclaimer|copyright|legend|legende|last updated?|created|generated|exported|end of|data extracted|prepared by)\b)/i;

/** The tables of a text, in their order. */
export function findRegions(
  text: string,
  rows: readonly Row[],
  dialect: RowDialect,
  parse: ParseOptions = {}
): Region[] {
  const context = {text, dialect, parse};
  if (parse.header !== undefined || parse.skip !== undefined)
    return toRegions(
      rows.filter((row) => !isBlank(row)),
      [],
      context
    );
  const blocks = toBlocks(rows);
  if (blocks.length === 0) return [];
  const main = findMain(blocks);
  const regions: Region[] = [];
  let pending: Row[] = [];
  let current: Row[] = [];
  let currentPreamble: Row[] = [];
  const finish = (): void => {
    if (current.length > 0) regions.push(...toRegions(current, currentPreamble, context));
    current = [];
  };
  blocks.forEach((block, i) => {
    if (current.length > 0 && continues(current, block, dialect)) {
      const hollow = pending.length > 0 ? [] : findHollow(rows, current.at(-1)!, block[0]!);
      current.push(...pending, ...hollow, ...block);
      pending = [];
    } else if (i === main || isTable(block, context)) {
      finish();
      currentPreamble = pending;
      pending = [];
      current = [...block];
    } else pending.push(...block);
  });
  finish();
  const last = regions.at(-1);
  if (last && pending.length > 0)
    regions[regions.length - 1] = {...last, footer: [...last.footer, ...pending]};
  return regions;
}

/** Rows of delimiters only, which belong to the table where it goes on after them. */
function findHollow(rows: readonly Row[], from: Row, to: Row): Row[] {
  const {length} = from.fields;
  return rows.filter(
    (row) =>
      row.line > from.line &&
      row.line < to.line &&
      length > 1 &&
      row.fields.length === length &&
      isBlank(row)
  );
}

interface Context {
  readonly text: string;
  readonly dialect: RowDialect;
  readonly parse: ParseOptions;
}

function toBlocks(rows: readonly Row[]): Row[][] {
  const blocks: Row[][] = [];
  let block: Row[] | undefined;
  for (const row of rows) {
    if (isBlank(row)) block = undefined;
    else if (block) block.push(row);
    else blocks.push((block = [row]));
  }
  return blocks;
}

/** The block with most cells that have something in them. */
function findMain(blocks: readonly (readonly Row[])[]): number {
  let main = 0;
  let most = 0;
  blocks.forEach((block, i) => {
    const cells = block.reduce((sum, row) => sum + (countFilled(row) - 0.9), 0);
    if (cells > most) [main, most] = [i, cells];
  });
  return main;
}

/** The width that most rows have; of two, the larger. A header that all rows reach counts more where they are ragged. */
function findWidth(rows: readonly Row[], delimiter: string): number {
  const widths = new Map<number, number>();
  const sample = rows.slice(0, MAX_WIDTH_ROWS);
  for (const row of sample)
    if (row.fields.length === 1 || countFilled(row) > 1)
      widths.set(row.fields.length, (widths.get(row.fields.length) ?? 0) + 1);
  let width = 1;
  let count = 0;
  for (const [w, n] of widths)
    if (w > 1 ? n > count || (n === count && w > width) : n > count * 2) [width, count] = [w, n];
  const first = sample[0]?.fields.length ?? 1;
  const reaching = sample.filter(({fields}) => fields.length >= first).length;
  const isShared = (widths.get(first) ?? 0) > 1;
  if (delimiter === " " && first > 1 && isShared && reaching >= sample.length * 0.9) return first;
  const isRagged = count < sample.length * 0.6 && sample.length > 4;
  if (isRagged && first > 1 && (widths.get(first) ?? 0) > 1 && reaching >= sample.length * 0.9)
    return first;
  return width;
}

function profileBody(rows: readonly Row[], width: number): ColumnProfile[] {
  const regular = rows.filter(({fields, isBroken}) => fields.length === width && !isBroken);
  const usable = regular.length > 1 ? regular : rows;
  const skipped = Math.min(MAX_HEADER_LINES, Math.floor(usable.length / 2));
  return profileColumns(
    usable.slice(skipped).map(({fields}) => fields),
    width
  );
}

/** Whether a block after a blank line goes on with the rows before it: it has their width, and no header of its own. */
function continues(current: readonly Row[], block: readonly Row[], {delimiter}: Dialect): boolean {
  const width = findWidth(current, delimiter);
  const same = block.filter(({fields}) => fields.length === width);
  if (same.length < block.length * 0.5) return false;
  const head = same[0]!;
  const profiles = profileBody(current, width);
  const isTypedTable = profiles.some(({kind}) => kind !== undefined);
  if (isTypedTable && same.some(({fields}) => rateRow(fields, profiles) > 0))
    return rateRow(head.fields, profiles) >= 0;
  return (
    same.some((row) => countFilled(row) > 1) &&
    !isRepeated(head, current[0]!) &&
    !startsTable(block, width)
  );
}

/** Whether the first row of a block has text where the rows below have numbers and the like. */
function startsTable(block: readonly Row[], width: number): boolean {
  if (block.length < 3) return false;
  const head = block[0]!;
  return rateRow(head.fields, profileBody(block, width)) < 0 && countFilled(head) > 1;
}

/** Whether a block is a table of its own: rows of one width under a line that names their columns. */
function isTable(block: readonly Row[], {parse, dialect}: Context): boolean {
  if (block.length < 3 || parse.header === 0) return false;
  const width = findWidth(block, dialect.delimiter);
  const regular = block.filter(({fields}) => fields.length === width);
  if (width < 2 || regular.length < 3 || regular.length < block.length * 0.7) return false;
  const profiles = profileBody(block, width);
  const used = profiles.filter(({emptyShare}) => emptyShare < 1).length;
  if (used < 2) return false;
  const head = regular[0]!;
  const isTypedBody = profiles.some(({kind}) => kind !== undefined);
  return (
    isTypedBody && countFilled(head) >= used * 0.6 && isHeader(head.fields, profiles) && used > 2
  );
}

/** The region of a block, or several where its header comes again. */
function toRegions(rows: readonly Row[], preamble: readonly Row[], context: Context): Region[] {
  const region = toRegion(rows, preamble, context);
  if (!region) return [];
  const [names] = region.names;
  if (!names || context.parse.header !== undefined) return [region];
  const repeats = region.body.flatMap((row, i) => (isRepeated(row, {fields: names}) ? [i] : []));
  if (repeats.length === 0) return [region];
  if (repeats.length >= MIN_PAGES)
    return [{...region, body: region.body.filter((_, i) => !repeats.includes(i))}];
  const [at] = repeats;
  const rest = [...region.body.slice(at), ...region.footer];
  return [
    toRegion(rows.slice(0, rows.indexOf(region.body[at!]!)), preamble, context)!,
    ...toRegions(rest, [], context)
  ];
}

/** Whether a row is the header again, or its beginning, or more of it. */
function isRepeated({fields}: Pick<Row, "fields">, names: Pick<Row, "fields">): boolean {
  const common = Math.min(fields.length, names.fields.length);
  if (common < 2 || common < names.fields.length * 0.5) return false;
  let filled = 0;
  for (let i = 0; i < common; ++i) {
    if (fields[i]!.trim() !== names.fields[i]!.trim()) return false;
    if (fields[i]!.trim() !== "") ++filled;
  }
  return filled > 1;
}

function toRegion(
  rows: readonly Row[],
  preamble: readonly Row[],
  context: Context
): Region | undefined {
  if (rows.length === 0) return undefined;
  const {parse} = context;
  const width = findWidth(rows, context.dialect.delimiter);
  const profiles = profileBody(rows, width);
  const {start, names, bodyAt} =
    parse.header === undefined
      ? findHeader(rows, profiles, context)
      : {
          start: 0,
          names: rows.slice(0, parse.header).map(({fields}) => fields),
          bodyAt: parse.header
        };
  const below = rows.slice(bodyAt);
  const footerAt =
    parse.footer === undefined
      ? findFooter(below, profiles, context)
      : Math.max(0, below.length - parse.footer);
  const most = Math.max(0, ...names.map((line) => toUsedLength(line)));
  const wider = Math.max(width, names.length > 0 && most <= width * 2 ? most : 0);
  const isTrailing =
    names.length > 0 &&
    names.every((line) => line.length < width) &&
    profiles.slice(most).every(({emptyShare}) => emptyShare === 1);
  if (isTrailing && most > 0 && most < width) {
    return {
      width: most,
      preamble: [...preamble, ...rows.slice(0, start)],
      names,
      firstLine: rows[start]?.line ?? 1,
      body: below.slice(0, footerAt),
      footer: below.slice(footerAt),
      profiles: profiles.slice(0, most)
    };
  }
  return {
    width: wider,
    preamble: [...preamble, ...rows.slice(0, start)],
    names,
    firstLine: rows[start]?.line ?? 1,
    body: below.slice(0, footerAt),
    footer: below.slice(footerAt),
    profiles: wider > width ? [...profiles, ...profileColumns([[]], wider - width)] : profiles
  };
}

function toUsedLength(fields: readonly string[]): number {
  return fields.findLastIndex((field) => field.trim() !== "") + 1;
}

interface Header {
  readonly start: number;
  readonly names: readonly (readonly string[])[];
  readonly bodyAt: number;
}

function findHeader(
  rows: readonly Row[],
  profiles: readonly ColumnProfile[],
  context: Context
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

/** Where the rows end, and what stands below them begins. */
function findFooter(
  rows: readonly Row[],
  profiles: readonly ColumnProfile[],
  context: Context
): number {
  let end = rows.length;
  while (end > 1 && isRemark(rows[end - 1]!, profiles, context)) --end;
  return end;
}

function isRemark(
  row: Row,
  profiles: readonly ColumnProfile[],
  {text: all, dialect}: Context
): boolean {
  const {fields} = row;
  const width = profiles.length;
  if (width < 2) return false;
  const rating = rateRow(fields, profiles);
  if (rating > 0) return false;
  const filled = countFilled(row);
  const text = fields[0]!.trim();
  const [first] = profiles;
  const typed = profiles.filter(({kind}) => kind !== undefined).length;
  if (typed > 1 && fields.length !== width && !FOOTER_START.test(text))
    return repairRow(toLine(row, all), fields, profiles, dialect)!.cost > MAX_REPAIR_COST;
  if (filled <= 1) {
    if (text === "") return filled === 0;
    if (FOOTER_START.test(text)) return true;
    if (first!.kind !== undefined || first!.outlines) return !fitsProfile(first!, text);
    if (text.length > first!.maxLength * 1.5 + 10) return true;
    return fields.length === 1 && width > 2;
  }
  if (fields.length !== width) return rating < 0 || (FOOTER_START.test(text) && filled < width);
  return FOOTER_START.test(text) && filled <= width / 2;
}
