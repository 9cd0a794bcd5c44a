/** Beyond, browsers scroll by more than a pixel at a time: they count in floats of 24 bits. */
const MAX_PANEL_PX = 8_000_000;
/** At both ends of a panel that is lower than its rows, a pixel scrolled is a pixel moved. */
const EXACT_PX = 1_000_000;
/** Rows drawn beyond the visible ones, so that a fast scroll shows rows and no gap. */
const OVERSCAN_ROWS = 10;
/** The window moves in steps of some rows: most scroll events then draw nothing. */
const STEP_ROWS = 4;

/** The rows to draw, from `first` up to but not with `end`, and where the first one's top lies in the panel, in pixels. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
  readonly topPx: number;
}

/**
 * Vertical scrolling over rows of one height, however many. Up to eight million pixels the panel is as high as its
 * rows. Beyond, it is lower: then short moves still move rows pixel by pixel, and long ones (the scrollbar's thumb)
 * are scaled; `settle` mends the difference while nothing moves.
 */
export class RowScroll {
  readonly rows: number;
  readonly rowPx: number;
  readonly viewPx: number;
  readonly panelPx: number;
  readonly #totalPx: number;
  #position = 0;
  #scrollTop = 0;

  constructor(rows: number, rowPx: number, viewPx: number) {
    this.rows = rows;
    this.rowPx = rowPx;
    this.viewPx = viewPx;
    this.#totalPx = rows * rowPx;
    this.panelPx = Math.min(this.#totalPx, MAX_PANEL_PX);
  }

  /** The pixels of rows above the visible ones. */
  get position(): number {
    return this.#position;
  }

  /** The panel was scrolled to `scrollTop`. */
  scrolled(scrollTop: number): void {
    const moved = Math.round(scrollTop) - this.#scrollTop;
    const isShort = Math.abs(moved) <= 2 * this.viewPx;
    this.#scrollTop = Math.round(scrollTop);
    this.#position =
      this.#isExact || !isShort ? this.#toPosition(scrollTop) : this.#clamp(this.#position + moved);
  }

  /** Moves to a position; gives the panel's `scrollTop` that goes with it. */
  moveTo(position: number): number {
    this.#position = Math.round(this.#clamp(position));
    return (this.#scrollTop = Math.round(this.#toScrollTop(this.#position)));
  }

  /** The `scrollTop` at which the panel and the position agree; for a moment in which nothing scrolls. */
  settle(): number {
    return this.#isExact ? this.#scrollTop : this.moveTo(this.#position);
  }

  /** The position nearest to now at which a row is seen as a whole. */
  positionOf(row: number): number {
    const top = row * this.rowPx;
    return Math.max(top + this.rowPx - this.viewPx, Math.min(top, this.#position));
  }

  window(): RowWindow {
    const visible = Math.floor(this.#position / this.rowPx);
    const end = Math.ceil((this.#position + this.viewPx) / this.rowPx);
    const first = Math.max(0, Math.floor((visible - OVERSCAN_ROWS) / STEP_ROWS) * STEP_ROWS);
    return {
      first,
      end: Math.min(this.rows, Math.ceil((end + OVERSCAN_ROWS) / STEP_ROWS) * STEP_ROWS),
      topPx: first * this.rowPx + this.#scrollTop - this.#position
    };
  }

  get #isExact(): boolean {
    return this.#totalPx === this.panelPx;
  }

  get #maxPosition(): number {
    return Math.max(0, this.#totalPx - this.viewPx);
  }

  get #maxScrollTop(): number {
    return Math.max(0, this.panelPx - this.viewPx);
  }

  get #scale(): number {
    return (this.#maxPosition - 2 * EXACT_PX) / (this.#maxScrollTop - 2 * EXACT_PX);
  }

  #clamp(position: number): number {
    return Math.max(0, Math.min(position, this.#maxPosition));
  }

  #toPosition(scrollTop: number): number {
    const left = this.#maxScrollTop - scrollTop;
    if (this.#isExact || scrollTop <= EXACT_PX) return this.#clamp(scrollTop);
    if (left <= EXACT_PX) return this.#clamp(this.#maxPosition - left);
    return Math.round(EXACT_PX + (scrollTop - EXACT_PX) * this.#scale);
  }

  #toScrollTop(position: number): number {
    const left = this.#maxPosition - position;
    if (this.#isExact || position <= EXACT_PX) return position;
    if (left <= EXACT_PX) return this.#maxScrollTop - left;
    return EXACT_PX + (position - EXACT_PX) / this.#scale;
  }
}
