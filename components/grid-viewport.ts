import type {LitElement, ReactiveController} from "lit";
import type {GridColumns} from "./grid-columns.ts";
import type {CellPlace} from "./grid-keys.ts";
import type {RowWindow} from "./grid-rows.ts";
import {RowScroll} from "./grid-rows.ts";
import {HEADER_PX} from "./grid-styles.ts";

const DEFAULT_ROW_PX = 24;
const DEFAULT_WIDTH_PX = 800;
const DEFAULT_HEIGHT_PX = 400;

/**
 * What of a grid is seen. The host draws `.scroller`, and `.probe` as high as a row; it is asked to draw again when
 * another window is seen, and not while the same one is scrolled.
 */
export class GridViewport implements ReactiveController {
  columns: GridColumns | undefined;
  /** The width of the column of row numbers, which is always seen. */
  keyPx = 0;
  readonly #host: LitElement;
  #rows = new RowScroll(0, DEFAULT_ROW_PX, DEFAULT_HEIGHT_PX);
  #scrollLeft = 0;
  #widthPx = DEFAULT_WIDTH_PX;
  /** The window that was drawn last. */
  #drawn = "";
  // in the next frame: what is measured changes the layout that is being observed
  readonly #sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    for (const part of this.#host.renderRoot.querySelectorAll(".scroller, .probe"))
      this.#sizes.observe(part);
    this.#drawn = this.#key;
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
  }

  /** Begins at the top left of other rows and columns. */
  reset(numRows: number, columns: GridColumns | undefined, keyPx: number): void {
    this.columns = columns;
    this.keyPx = keyPx;
    this.#rows = new RowScroll(numRows, this.#rows.rowPx, this.#rows.viewPx);
    this.#scrollLeft = 0;
    const scroller = this.scroller;
    if (scroller) [scroller.scrollTop, scroller.scrollLeft] = [0, 0];
  }

  /** Other rows in the place of the former ones, which are seen from where those were. */
  resize(numRows: number): void {
    const {position} = this.#rows;
    this.#rows = new RowScroll(numRows, this.#rows.rowPx, this.#rows.viewPx);
    this.#moveTo(position);
  }

  get scroller(): HTMLElement | null {
    return this.#host.renderRoot?.querySelector<HTMLElement>(".scroller");
  }

  get rowPx(): number {
    return this.#rows.rowPx;
  }

  /** The height of all rows, as far as a panel can be that high. */
  get panelPx(): number {
    return this.#rows.panelPx;
  }

  /** Rows that a page holds. */
  get pageRows(): number {
    return Math.max(1, Math.floor(this.#rows.viewPx / this.#rows.rowPx) - 1);
  }

  /** The rows to draw. */
  get down(): RowWindow {
    return this.#rows.window();
  }

  /** The places of the columns to draw, from `first` up to but not with `end`. */
  get across(): {readonly first: number; readonly end: number} {
    return this.columns?.window(this.#scrollLeft, this.#viewPx) ?? {first: 0, end: 0};
  }

  /** True of a cell that is among those to draw. */
  has({row, column}: CellPlace): boolean {
    const {down, across} = this;
    return (
      (row < 0 || (row >= down.first && row < down.end)) &&
      (column < 0 || (column >= across.first && column < across.end))
    );
  }

  /** The place of the column under a horizontal place of the window. */
  placeAt(clientX: number): number {
    const {left} = this.scroller!.getBoundingClientRect();
    return this.columns!.placeAt(clientX - left - this.keyPx + this.#scrollLeft);
  }

  toTop(): void {
    this.#moveTo(0);
  }

  /** Scrolls as little as it takes to see a cell as a whole. */
  show({row, column}: CellPlace): void {
    const scroller = this.scroller;
    if (!scroller || !this.columns) return;
    const position = this.#rows.positionOf(Math.max(0, row));
    if (row >= 0 && position !== this.#rows.position) this.#moveTo(position);
    if (column >= 0)
      scroller.scrollLeft = this.columns.scrollLeftFor(column, scroller.scrollLeft, this.#viewPx);
    this.#scrollLeft = scroller.scrollLeft;
  }

  readonly onScroll = (): void => {
    const scroller = this.scroller!;
    this.#rows.scrolled(scroller.scrollTop);
    this.#scrollLeft = scroller.scrollLeft;
    if (this.#key !== this.#drawn) this.#host.requestUpdate();
  };

  readonly onScrollEnd = (): void => {
    const scroller = this.scroller!;
    const scrollTop = this.#rows.settle();
    if (scrollTop === Math.round(scroller.scrollTop)) return;
    scroller.scrollTop = scrollTop;
    this.#host.requestUpdate();
  };

  get #viewPx(): number {
    return this.#widthPx - this.keyPx;
  }

  /** What is seen, to be told from what was drawn. */
  get #key(): string {
    const {down, across} = this;
    return `${down.first} ${down.end} ${down.topPx} ${across.first} ${across.end}`;
  }

  /** Scrolls to the pixels of rows above the visible ones. */
  #moveTo(position: number): void {
    const scrollTop = this.#rows.moveTo(position);
    const scroller = this.scroller;
    if (scroller) scroller.scrollTop = scrollTop;
  }

  #measure(): void {
    const scroller = this.scroller;
    if (!scroller) return;
    const probe = this.#host.renderRoot.querySelector<HTMLElement>(".probe");
    const rowPx = probe?.offsetHeight || DEFAULT_ROW_PX;
    const viewPx = Math.max(rowPx, scroller.clientHeight - HEADER_PX);
    this.#widthPx = scroller.clientWidth;
    if (rowPx !== this.#rows.rowPx || viewPx !== this.#rows.viewPx) {
      const position = (this.#rows.position / this.#rows.rowPx) * rowPx;
      this.#rows = new RowScroll(this.#rows.rows, rowPx, viewPx);
      this.#moveTo(position);
    }
    this.#host.requestUpdate();
  }
}
