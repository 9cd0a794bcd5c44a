import type {HtmlTable} from "./html-tables.ts";

/** A page may claim spans over more cells than any page has. */
const MAX_CELLS = 5_000_000;

/** A table's texts with spans spread out, and how many rows at the top name the columns. */
export interface HtmlGrid {
  readonly rows: readonly (readonly string[])[];
  readonly headerRows: number;
}

/** Spreads cells over the columns and rows that they span, as browsers lay them out; undefined where they are too many. */
export function toGrid({rows}: HtmlTable): HtmlGrid | undefined {
  const grid: string[][] = rows.map(() => []);
  let cells = 0;
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of row.cells) {
      while (grid[y]![x] !== undefined) ++x;
      const bottom = cell.rows === 0 ? rows.length : Math.min(rows.length, y + cell.rows);
      cells += (bottom - y) * cell.columns;
      if (cells > MAX_CELLS) return undefined;
      for (let i = y; i < bottom; ++i)
        for (let j = x; j < x + cell.columns; ++j) grid[i]![j] ??= cell.text;
      x += cell.columns;
    }
  }
  const width = grid.reduce((most, {length}) => Math.max(most, length), 0);
  if (width * grid.length > MAX_CELLS) return undefined;
  const isHeader = rows.map(
    ({isHead, cells}) => isHead || (cells.length > 0 && cells.every(({isHeader}) => isHeader))
  );
  const first = isHeader.indexOf(false);
  return {
    rows: grid.map((row) => Array.from({length: width}, (_, x) => row[x] ?? "")),
    headerRows: first < 0 ? Math.min(1, grid.length) : first
  };
}
