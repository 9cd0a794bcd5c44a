import type {Cell} from "./cell.ts";
import type {GridRow} from "./grid.ts";

/** The rows of a sheet that name its columns. */
export interface Header {
  /** The place of the first one among the rows with something in them. */
  readonly first: number;
  /** How many rows there are; 0 where none names the columns. */
  readonly count: number;
  /** A name for each column, "" where it has none. */
  readonly names: readonly string[];
}

/** A header is looked for in so many rows from the top: above it stand titles and notes. */
export const HEAD_ROWS = 20;
const MIN_SHARE = 0.6;
const MAX_HEADER_ROWS = 4;
const SAMPLE_ROWS = 20;
/** So many years, or days, in a row are names of columns. */
const MIN_SERIES = 3;
const UNIT =
  /^(?:[([].{1,12}[)\]]|[%‰°€$£¥#]|°[CF]|[kmµcdnMG]?(?:g|m|l|L|s|Hz|W|Wh|V|A|J|Pa|B|mol)[²³23]?|(?:km|m|mi)\/[hs]|min|h|hr|kcal|bpm|mm|cm|ft|in|lb|oz|mi|EUR|USD|GBP|CHF)$/;

/**
 * The header of a sheet, by its first rows, in which merged cells are filled: the first row that has something in most
 * columns and only names in it, with rows of groups above it and rows of units below. Where the first such row has
 * numbers or days in it, there is none.
 */
export function findHeader(rows: readonly GridRow[], head: readonly GridRow[]): Header {
  const width = head[0]?.cells.length ?? 0;
  const first = head.findIndex((row) => isWide(row, width));
  if (first < 0 || !areNames(head[first]!.cells)) return {first: 0, count: 0, names: []};
  let last = first;
  while (last - first + 1 < MAX_HEADER_ROWS && goesOn(head, last)) ++last;
  const start = last === first && isGroup(head, first) ? first - 1 : first;
  const names = combine(head.slice(start, last + 1), start < first);
  const body = rows.slice(last + 1, last + 1 + SAMPLE_ROWS);
  if (hasTwice(names) && !isUnlike(head[last]!.cells, body)) return {first: 0, count: 0, names: []};
  const units = head[last + 1];
  if (!units || !areUnits(units.cells, rows.slice(last + 2, last + 2 + SAMPLE_ROWS)))
    return {first: start, count: last - start + 1, names};
  return {first: start, count: last - start + 2, names: addUnits(names, units.cells)};
}

/** The header that `count` rows make, from `first` on. */
export function toHeader(head: readonly GridRow[], first: number, count: number): Header {
  return {first, count, names: combine(head.slice(first, first + count), false)};
}

/** Whether a row may be the first of a header: a title has one value, even if it is merged over all columns. */
function isWide({cells}: GridRow, width: number): boolean {
  const filled = cells.filter((cell) => cell !== null);
  if (filled.length < Math.max(1, width * MIN_SHARE)) return false;
  return width === 1 || new Set(filled.map(toName)).size > 1;
}

/** Texts, or texts and a series of years or days. */
function areNames(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => cell !== null);
  const others = filled.filter((cell) => typeof cell !== "string");
  return others.length === 0 || (others.length < filled.length && isSeries(others));
}

/** Years or days, each after the last or each before. */
function isSeries(cells: readonly Cell[]): boolean {
  const numbers = cells.map((cell) => (isYear(cell) || cell instanceof Date ? Number(cell) : NaN));
  const sign = Math.sign(numbers[1]! - numbers[0]!);
  return (
    numbers.length >= MIN_SERIES &&
    numbers.every((number, i) => i === 0 || Math.sign(number - numbers[i - 1]!) === sign)
  );
}

function isYear(cell: Cell): boolean {
  return typeof cell === "number" && Number.isInteger(cell) && cell >= 1800 && cell <= 2200;
}

/**
 * Whether the row after `last` names columns too: it names columns apart that have one name together so far, or a name
 * reaches down into it. The last row never does, since then the table would have none.
 */
function goesOn(head: readonly GridRow[], last: number): boolean {
  const {cells} = head[last]!;
  const next = head[last + 1];
  if (!next || last + 2 >= head.length) return false;
  if (!areNames(next.cells)) return false;
  const shared = cells.flatMap((cell, i) => (cell !== null && cell === cells[i + 1] ? [i] : []));
  if (shared.length > 0) return shared.every((i) => next.cells[i] !== next.cells[i + 1]);
  return cells.some((cell, i) => cell !== null && cell === next.cells[i]);
}

/** Whether the row above a header groups its columns: several names, over columns that lack one of their own. */
function isGroup(head: readonly GridRow[], first: number): boolean {
  const above = head[first - 1];
  if (!above || above.index !== head[first]!.index - 1 || !areNames(above.cells)) return false;
  const filled = above.cells.filter((cell) => cell !== null);
  const groups = new Set(filled).size;
  return groups > 1 && (groups < filled.length || hasTwice(head[first]!.cells.map(toName)));
}

/** Names out of several rows; with `spreads`, a group goes on to the right until the next one. */
function combine(rows: readonly GridRow[], spreads: boolean): string[] {
  const lines = rows.map(({cells}, i) => {
    const names = cells.map(toName);
    if (!spreads || i > 0) return names;
    let group = "";
    return names.map((name) => (group = name || group));
  });
  const width = rows[0]?.cells.length ?? 0;
  return Array.from({length: width}, (_, column) =>
    lines
      .map((line) => line[column]!)
      .filter((name, i, names) => name !== "" && name !== names[i - 1])
      .join(" ")
  );
}

/** Whether the columns hold other things than texts: then a row of texts names them, though some names are alike. */
function isUnlike(names: readonly Cell[], body: readonly GridRow[]): boolean {
  return names.some((name, column) => {
    const values = body.map(({cells}) => cells[column]!).filter((cell) => cell !== null);
    return name !== null && values.length > 0 && values.every((value) => typeof value !== "string");
  });
}

/** Whether a row has units in all of its cells, and numbers stand below. */
function areUnits(cells: readonly Cell[], body: readonly GridRow[]): boolean {
  const isUnit = cells.map((cell) => typeof cell === "string" && UNIT.test(cell.trim()));
  const filled = cells.filter((cell) => cell !== null).length;
  if (filled === 0 || isUnit.filter(Boolean).length < filled) return false;
  return isUnit.some(
    (is, column) => is && body.some(({cells}) => typeof cells[column] === "number")
  );
}

function addUnits(names: readonly string[], units: readonly Cell[]): string[] {
  return names.map((name, i) => {
    const unit = toName(units[i]!).replace(/^[([](.*)[)\]]$/, "$1");
    return unit === "" ? name : `${name} (${unit})`.trim();
  });
}

function toName(cell: Cell): string {
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$|\.000Z$/, "");
  return cell === null ? "" : String(cell).replace(/\s+/g, " ").trim();
}

function hasTwice(names: readonly string[]): boolean {
  const filled = names.filter((name) => name !== "");
  return new Set(filled).size < filled.length;
}
