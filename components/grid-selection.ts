/**
 * The rows of a result as they stand on screen, and which of them are selected. A display row is a place on screen,
 * a result row its number in the result; the selection is of result rows, so that sorting keeps it. All of a
 * million rows are selected as cheaply as one.
 */
export class RowSelection {
  readonly numRows: number;
  /** Display row to result row; undefined while rows stand as they came. */
  order: Uint32Array | undefined;
  /** The display row from which Shift selects. */
  anchor = 0;
  readonly #isSelected: Uint8Array;
  #count = 0;

  constructor(numRows: number) {
    this.numRows = numRows;
    this.#isSelected = new Uint8Array(numRows);
  }

  get count(): number {
    return this.#count;
  }

  get isAll(): boolean {
    return this.#count > 0 && this.#count === this.numRows;
  }

  resultRow(row: number): number {
    return this.order?.[row] ?? row;
  }

  /** Whether a result row is selected. */
  has(resultRow: number): boolean {
    return this.#isSelected[resultRow] === 1;
  }

  /** Turns a display row's selection over, and starts ranges there. */
  toggle(row: number): void {
    this.anchor = row;
    this.#set(row, !this.has(this.resultRow(row)));
  }

  /** Selects one display row and nothing else, and starts ranges there. */
  selectOnly(row: number): void {
    this.anchor = row;
    this.selectTo(row);
  }

  /** Selects from the anchor to a display row, and nothing else. */
  selectTo(row: number): void {
    this.setAll(false);
    const [first, last] = [Math.min(this.anchor, row), Math.max(this.anchor, row)];
    for (let i = first; i <= last; ++i) this.#set(i, true);
  }

  setAll(isSelected: boolean): void {
    this.#isSelected.fill(isSelected ? 1 : 0);
    this.#count = isSelected ? this.numRows : 0;
  }

  /** The selected result rows, in the result's order. */
  toArray(): number[] {
    const rows: number[] = [];
    for (let row = 0; rows.length < this.#count; ++row) if (this.has(row)) rows.push(row);
    return rows;
  }

  /** The selected result rows, in the order on screen. */
  *displayed(): Generator<number> {
    for (let row = 0; row < this.numRows; ++row)
      if (this.has(this.resultRow(row))) yield this.resultRow(row);
  }

  #set(row: number, isSelected: boolean): void {
    const resultRow = this.resultRow(row);
    if (this.has(resultRow) === isSelected || !(resultRow < this.numRows)) return;
    this.#isSelected[resultRow] = isSelected ? 1 : 0;
    this.#count += isSelected ? 1 : -1;
  }
}
