import {InputError} from "../../lib/errors.ts";
import type {Cell, CellReader} from "./cell.ts";
import {toErrorText} from "./cell.ts";
import type {DenseSheet} from "./library.ts";

/** A row of a sheet with something in it. */
export interface GridRow {
  /** The number of the row in the sheet, from 0. */
  readonly index: number;
  /** A cell for each column of the grid. */
  readonly cells: Cell[];
}

/** The rows and columns of a sheet that have something in them. */
export interface Grid {
  readonly rows: readonly GridRow[];
  /** The numbers of the columns in the sheet, from 0. */
  readonly columns: readonly number[];
  /** Places of cells that show an error, and the error. */
  readonly errors: readonly string[];
}

/** A million rows and a million columns may hold one value each; such a sheet is no table. */
const MAX_SLOTS = 2 ** 25;

/** Throws `InputError` where a sheet spreads few values over too much room. */
export function toGrid(sheet: DenseSheet, reader: CellReader): Grid {
  const errors: string[] = [];
  const found: {index: number; columns: number[]; values: Cell[]}[] = [];
  const used = new Set<number>();
  // by key: an array with one row in it, the last of 500 million, takes half a minute to walk
  for (const key of Object.keys(sheet.cells)) {
    const index = Number(key);
    const row = sheet.cells[index];
    if (!row) continue;
    const columns: number[] = [];
    const values: Cell[] = [];
    for (const key of Object.keys(row)) {
      const column = Number(key);
      const cell = row[column];
      if (!cell) continue;
      const error = toErrorText(cell);
      if (error !== undefined) errors.push(`${toPlace(index, column)} ${error}`);
      const value = reader.read(cell);
      if (value === null) continue;
      used.add(column);
      columns.push(column);
      values.push(value);
    }
    if (columns.length > 0) found.push({index, columns, values});
  }
  if (found.length * used.size > MAX_SLOTS)
    throw new InputError(
      `its values are spread over ${found.length.toLocaleString("en")} rows and ${used.size.toLocaleString("en")} columns: save the part that is needed as CSV`
    );
  const columns = [...used].sort((a, b) => a - b);
  const places = new Map(columns.map((column, i) => [column, i]));
  const rows = found.map(({index, columns: own, values}) => {
    const cells = new Array<Cell>(columns.length).fill(null);
    own.forEach((column, i) => (cells[places.get(column)!] = values[i]!));
    return {index, cells};
  });
  return {rows, columns, errors};
}

/** A cell's place as spreadsheets write it: `B5`. */
export function toPlace(row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
