/** A cell's place: row -1 is the header, column -1 holds the row's number. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridExtent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page holds. */
  readonly page: number;
}

/** What of a key press counts for moving. */
export type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/** Where a key moves the active cell to; undefined where the key moves nothing. Ctrl or Cmd with an arrow goes to the edge. */
export function moveCell(
  {key, ctrlKey, metaKey, altKey}: KeyPress,
  {row, column}: CellPlace,
  {rows, columns, page}: GridExtent
): CellPlace | undefined {
  if (altKey) return undefined;
  const isFar = ctrlKey || metaKey;
  const to = (toRow: number, toColumn: number): CellPlace => ({
    row: Math.max(-1, Math.min(toRow, rows - 1)),
    column: Math.max(-1, Math.min(toColumn, columns - 1))
  });
  switch (key) {
    case "ArrowUp":
      return to(isFar ? Math.min(row, 0) : row - 1, column);
    case "ArrowDown":
      return to(isFar ? rows : row + 1, column);
    case "ArrowLeft":
      return to(row, isFar ? 0 : column - 1);
    case "ArrowRight":
      return to(row, isFar ? columns : column + 1);
    case "Home":
      return isFar ? to(0, 0) : to(row, 0);
    case "End":
      return isFar ? to(rows, columns) : to(row, columns);
    case "PageUp":
      return to(Math.max(0, row - page), column);
    case "PageDown":
      return to(row + page, column);
    default:
      return undefined;
  }
}
