import type {Cell} from "./cell.ts";
import type {Grid, GridRow} from "./grid.ts";
import {toPlace} from "./grid.ts";
import type {Range} from "./library.ts";

/**
 * Rows in which each cell of a merge has the merge's value, as people see it; the rows that are given stay as they
 * are. Only what lies in the rows is filled.
 */
export function fillMerges(
  {columns}: Pick<Grid, "columns">,
  rows: readonly GridRow[],
  merges: readonly Range[]
): GridRow[] {
  const filled = rows.map(({index, cells}) => ({index, cells: [...cells]}));
  let slots = rows.length * columns.length;
  for (const {s, e} of merges) {
    const [top, bottom] = toSpan(rows, s.r, e.r);
    const [left, right] = [findFrom(columns, s.c, same), findFrom(columns, e.c + 1, same)];
    const value = rows[top]?.index === s.r && columns[left] === s.c ? rows[top].cells[left]! : null;
    if (value === null) continue;
    // merges that lie over each other are hostile
    slots -= (bottom - top) * (right - left);
    if (slots < 0) break;
    for (const {cells} of filled.slice(top, bottom))
      for (let column = left; column < right; ++column) cells[column] ??= value;
  }
  return filled;
}

/**
 * Writes the value of each merge that is a row's label into all of its rows: one column wide, and a text, a day or in
 * the first column. An amount that is merged over rows stands for them together and stays in the first.
 * Gives the ranges that were filled.
 */
export function fillLabels(
  {columns}: Pick<Grid, "columns">,
  rows: readonly GridRow[],
  merges: readonly Range[]
): string[] {
  const ranges: string[] = [];
  let slots = rows.length * columns.length;
  for (const {s, e} of merges) {
    if (s.c !== e.c || s.r === e.r) continue;
    const column = findFrom(columns, s.c, same);
    const [top, bottom] = toSpan(rows, s.r, e.r);
    const value =
      columns[column] === s.c && rows[top]?.index === s.r ? rows[top].cells[column] : null;
    slots -= bottom - top;
    if (slots < 0) break;
    if (!isLabel(value, column)) continue;
    const empty = rows.slice(top, bottom).filter(({cells}) => cells[column] === null);
    for (const {cells} of empty) cells[column] = value;
    if (empty.length > 0) ranges.push(`${toPlace(s.r, s.c)}:${toPlace(e.r, e.c)}`);
  }
  return ranges;
}

function isLabel(value: Cell | undefined, column: number): value is Exclude<Cell, null> {
  if (value === undefined || value === null) return false;
  return column === 0 || typeof value === "string" || value instanceof Date;
}

/** Where the rows with these numbers begin and end in a list of rows. */
function toSpan(rows: readonly GridRow[], first: number, last: number): [number, number] {
  const toIndex = ({index}: GridRow): number => index;
  return [findFrom(rows, first, toIndex), findFrom(rows, last + 1, toIndex)];
}

/** The first place whose number is at least `number`, in a list that is sorted by it. */
function findFrom<T>(items: readonly T[], number: number, toNumber: (item: T) => number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (toNumber(items[middle]!) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function same(number: number): number {
  return number;
}
