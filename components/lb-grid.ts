import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {QueryResult} from "../src/index.ts";
import {isAbortError, toValueText} from "../src/index.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import {GridColumns} from "./grid-columns.ts";
import {MAX_COPY_CELLS, toTsv} from "./grid-copy.ts";
import type {CellPlace} from "./grid-keys.ts";
import {moveCell} from "./grid-keys.ts";
import {RowScroll} from "./grid-rows.ts";
import {RowSelection} from "./grid-selection.ts";
import type {SortDirection} from "./grid-sort.ts";
import {sortRows} from "./grid-sort.ts";
import {HEADER_PX, NUMBER_PX, TICK_PX, gridStyles} from "./grid-styles.ts";
import {ACTIVE_ID, renderHead, renderRow} from "./grid-view.ts";
import {followHeaderPress} from "./header-drag.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import "./lb-grid-value.ts";

const DEFAULT_ROW_PX = 24;
const DEFAULT_WIDTH_PX = 800;
const DEFAULT_HEIGHT_PX = 400;
const DIGIT_PX = 6;
const RESIZE_STEP_PX = 16;
/** "Sorting" is said only of what takes long enough to be read. */
const BUSY_DELAY_MS = 150;

/** The rows that are selected changed. */
export class SelectionEvent extends Event {
  readonly #selection: RowSelection;

  constructor(selection: RowSelection) {
    super("lb-selection", {bubbles: true, composed: true});
    this.#selection = selection;
  }

  get count(): number {
    return this.#selection.count;
  }

  /** The selected rows, by their number in the result, in the result's order. */
  get rows(): number[] {
    return this.#selection.toArray();
  }
}

/**
 * A query's result as a table of any length: sorts, selects and copies rows, moves by mouse, touch and keyboard.
 * Arrows move the active cell, Enter shows its whole value or sorts by a header, Space selects the row,
 * Ctrl/Cmd+C copies the selected rows, or the cell where none is selected.
 *
 * @fires lb-selection - the selected rows changed (`SelectionEvent`)
 */
export class LbGrid extends LitElement {
  static override styles = [baseStyles, controlStyles, gridStyles];
  static override properties = {
    result: {attribute: false},
    selectable: {type: Boolean},
    label: {},
    total: {type: Number}
  };

  declare result: QueryResult | undefined;
  /** Rows can be selected. */
  declare selectable: boolean;
  /** What the table is called to those who do not see it. */
  declare label: string;
  /** The rows that there are, where the result holds only the first of them. */
  declare total: number | undefined;

  #columns: GridColumns | undefined;
  #selection = new RowSelection(0);
  #scroll = new RowScroll(0, DEFAULT_ROW_PX, DEFAULT_HEIGHT_PX);
  #scrollLeft = 0;
  #scrollerPx = DEFAULT_WIDTH_PX;
  #sort: {readonly column: number; readonly direction: SortDirection} | undefined;
  #sorting: AbortController | undefined;
  #active: CellPlace = {row: 0, column: 0};
  /** The place over which a dragged column is held. */
  #dropAt: number | undefined;
  #note = "";
  /** The window that was drawn last. */
  #drawn = "";
  // in the next frame: what is measured changes the layout that is being observed
  readonly #sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  constructor() {
    super();
    this.selectable = false;
    this.label = "Result";
  }

  /** The selected rows, by their number in the result, in the result's order. */
  get selectedRows(): number[] {
    return this.#selection.toArray();
  }

  clearSelection(): void {
    this.#select(() => this.#selection.setAll(false));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#sorting?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("result")) return;
    this.#sorting?.abort();
    this.#columns = this.result && GridColumns.of(this.result, getComputedStyle(this).fontFamily);
    this.#selection = new RowSelection(this.result?.numRows ?? 0);
    this.#sort = undefined;
    this.#active = {row: 0, column: 0};
    this.#note = "";
    this.#scrollLeft = 0;
    this.#scroll = new RowScroll(this.#rows, this.#scroll.rowPx, this.#scroll.viewPx);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("result")) return;
    const scroller = this.#scroller;
    if (!scroller) return;
    [scroller.scrollTop, scroller.scrollLeft] = [0, 0];
    this.#observe();
  }

  get #rows(): number {
    return this.#selection.numRows;
  }

  /** The width of the column of row numbers. */
  get #keyPx(): number {
    const digits = Math.max(0, formatCount(this.#rows).length - 4);
    return NUMBER_PX + digits * DIGIT_PX + (this.selectable ? TICK_PX : 0);
  }

  get #viewWidth(): number {
    return this.#scrollerPx - this.#keyPx;
  }

  get #scroller(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(".scroller");
  }

  #observe(): void {
    for (const part of this.renderRoot.querySelectorAll(".scroller, .probe"))
      this.#sizes.observe(part);
  }

  #measure(): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    const probe = this.renderRoot.querySelector<HTMLElement>(".probe");
    const rowPx = probe?.offsetHeight || DEFAULT_ROW_PX;
    const viewPx = Math.max(rowPx, scroller.clientHeight - HEADER_PX);
    this.#scrollerPx = scroller.clientWidth;
    if (rowPx !== this.#scroll.rowPx || viewPx !== this.#scroll.viewPx) {
      const position = (this.#scroll.position / this.#scroll.rowPx) * rowPx;
      this.#scroll = new RowScroll(this.#rows, rowPx, viewPx);
      this.#moveTo(position);
    }
    this.requestUpdate();
  }

  /** Scrolls to the pixels of rows above the visible ones. */
  #moveTo(position: number): void {
    const scrollTop = this.#scroll.moveTo(position);
    const scroller = this.#scroller;
    if (scroller) scroller.scrollTop = scrollTop;
  }

  readonly #onScroll = (): void => {
    const scroller = this.#scroller!;
    this.#scroll.scrolled(scroller.scrollTop);
    this.#scrollLeft = scroller.scrollLeft;
    if (this.#windowKey() !== this.#drawn) this.requestUpdate();
  };

  readonly #onScrollEnd = (): void => {
    const scroller = this.#scroller!;
    const scrollTop = this.#scroll.settle();
    if (scrollTop === Math.round(scroller.scrollTop)) return;
    scroller.scrollTop = scrollTop;
    this.requestUpdate();
  };

  #windowKey(): string {
    const {first, end, topPx} = this.#scroll.window();
    const across = this.#columns?.window(this.#scrollLeft, this.#viewWidth);
    return `${first} ${end} ${topPx} ${across?.first} ${across?.end}`;
  }

  /** Makes a cell the active one and brings it into view. */
  #activate(place: CellPlace): void {
    this.#active = place;
    this.requestUpdate();
    const scroller = this.#scroller;
    if (!scroller || !this.#columns) return;
    const position = this.#scroll.positionOf(Math.max(0, place.row));
    if (place.row >= 0 && position !== this.#scroll.position) this.#moveTo(position);
    if (place.column >= 0)
      scroller.scrollLeft = this.#columns.scrollLeftFor(
        place.column,
        scroller.scrollLeft,
        this.#viewWidth
      );
    this.#scrollLeft = scroller.scrollLeft;
  }

  #select(change: () => void): void {
    change();
    this.#say("");
    this.dispatchEvent(new SelectionEvent(this.#selection));
  }

  #toggleAll(): void {
    this.#select(() => this.#selection.setAll(!this.#selection.isAll));
  }

  #say(note: string): void {
    this.#note = note;
    this.requestUpdate();
  }

  /** No order, ascending, descending, and no order again. */
  async #sortBy(place: number): Promise<void> {
    const column = this.#columns!.columns[place]!.index;
    const before = this.#sort?.column === column ? this.#sort.direction : undefined;
    this.#sorting?.abort();
    if (before === "descending") {
      this.#sort = undefined;
      this.#reorder(undefined);
      return;
    }
    const {signal} = (this.#sorting = new AbortController());
    this.#sort = {column, direction: before ? "descending" : "ascending"};
    this.requestUpdate();
    const busy = setTimeout(() => this.#say("Sorting …"), BUSY_DELAY_MS);
    try {
      this.#reorder(await sortRows(this.result!, column, this.#sort.direction, signal));
    } catch (error) {
      if (!isAbortError(error)) throw error;
    } finally {
      clearTimeout(busy);
    }
  }

  #reorder(order: Uint32Array | undefined): void {
    this.#selection.order = order;
    this.#selection.anchor = 0;
    if (this.#active.row > 0) this.#active = {...this.#active, row: 0};
    this.#moveTo(0);
    this.#say("");
  }

  #resize(place: number, px: number): void {
    this.#columns = this.#columns!.resized(place, px);
    this.requestUpdate();
  }

  #moveColumn(from: number, to: number): void {
    if (to < 0 || to >= this.#columns!.length) return;
    this.#columns = this.#columns!.moved(from, to);
    if (this.#active.column === from) this.#activate({...this.#active, column: to});
    this.requestUpdate();
  }

  readonly #onPointerDown = (event: PointerEvent): void => {
    const place = toPlace(event);
    if (!place || place.row >= 0 || place.column < 0) return;
    const {left} = this.#scroller!.getBoundingClientRect();
    const width = this.#columns!.widths[place.column]!;
    followHeaderPress(event, isEdge(event), {
      resize: (px) => this.#resize(place.column, width + px),
      dragTo: (clientX) => {
        this.#dropAt = this.#columns!.placeAt(clientX - left - this.#keyPx + this.#scrollLeft);
        this.requestUpdate();
      },
      end: () => {
        if (this.#dropAt !== undefined) this.#moveColumn(place.column, this.#dropAt);
        // the click that comes with the end of a drag must not sort
        setTimeout(() => (this.#dropAt = undefined));
      }
    });
  };

  readonly #onClick = (event: MouseEvent): void => {
    const place = toPlace(event);
    if (!place || isEdge(event) || this.#dropAt !== undefined) return;
    this.#activate(place);
    if (place.row < 0 && place.column >= 0) void this.#sortBy(place.column);
    else if (place.column >= 0 || !this.selectable) return;
    else if (place.row < 0) this.#toggleAll();
    else if (event.shiftKey) this.#select(() => this.#selection.selectTo(place.row));
    else if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey)
      this.#select(() => this.#selection.toggle(place.row));
    else this.#select(() => this.#selection.selectOnly(place.row));
  };

  readonly #onDoubleClick = (event: MouseEvent): void => {
    const place = toPlace(event);
    if (!place || place.column < 0) return;
    if (place.row >= 0) this.#showValue();
    else if (isEdge(event))
      this.#resize(place.column, this.#columns!.naturalWidth(place.column, this.result!));
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (this.#onHeaderKey(event) || this.#onRowKey(event) || this.#onMoveKey(event))
      event.preventDefault();
  };

  #onMoveKey(event: KeyboardEvent): boolean {
    const extent = {
      rows: this.#rows,
      columns: this.#columns!.length,
      page: Math.max(1, Math.floor(this.#scroll.viewPx / this.#scroll.rowPx) - 1)
    };
    const before = this.#active;
    const place = moveCell(event, before, extent);
    if (!place) return false;
    this.#activate(place);
    if (event.shiftKey && this.selectable && place.row >= 0 && place.row !== before.row) {
      if (this.#selection.count === 0) this.#selection.anchor = Math.max(0, before.row);
      this.#select(() => this.#selection.selectTo(place.row));
    }
    return true;
  }

  #onHeaderKey({key, shiftKey, ctrlKey, metaKey}: KeyboardEvent): boolean {
    const {row, column} = this.#active;
    if (row >= 0) return false;
    const step = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0;
    if (key === "Enter" || key === " ") {
      if (column >= 0) void this.#sortBy(column);
      else if (this.selectable) this.#toggleAll();
    } else if (step !== 0 && shiftKey && column >= 0) {
      if (ctrlKey || metaKey) this.#moveColumn(column, column + step);
      else this.#resize(column, this.#columns!.widths[column]! + step * RESIZE_STEP_PX);
    } else return false;
    return true;
  }

  #onRowKey({key, shiftKey, ctrlKey, metaKey}: KeyboardEvent): boolean {
    const {row} = this.#active;
    const isMod = ctrlKey || metaKey;
    if (key === "Enter" && !isMod) this.#showValue();
    else if (key === " " && this.selectable && row < this.#rows)
      this.#select(() => (shiftKey ? this.#selection.selectTo(row) : this.#selection.toggle(row)));
    else if (isMod && key.toLowerCase() === "a" && this.selectable)
      this.#select(() => this.#selection.setAll(true));
    else if (key === "Escape" && this.#selection.count > 0) this.clearSelection();
    else return false;
    return true;
  }

  #showValue(): void {
    const {row, column} = this.#active;
    const field = this.#columns?.columns[column];
    const cell = this.renderRoot.querySelector(`#${ACTIVE_ID}`);
    if (!field || !cell || row >= this.#rows) return;
    const resultRow = this.#selection.resultRow(row);
    const value = this.result!.value(resultRow, field.index);
    const what = `${field.name}, row ${formatCount(resultRow + 1)}${value === null ? ": null" : ""}`;
    void this.renderRoot
      .querySelector("lb-grid-value")!
      .show(what, toValueText(value, field.type), cell.getBoundingClientRect());
  }

  readonly #onCopy = (event: ClipboardEvent): void => {
    if (getSelection()?.isCollapsed === false) return;
    const text = this.#selection.count > 0 ? this.#copyRows() : this.#copyCell();
    if (text === undefined) return;
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  };

  #copyRows(): string | undefined {
    const {count} = this.#selection;
    const columns = this.#columns!.columns.map(({index}) => index);
    if (count * columns.length > MAX_COPY_CELLS) {
      this.#say(`${formatCount(count)} rows are too many to copy; export them instead`);
      return undefined;
    }
    this.#say(`Copied ${formatCounted(count, "row")}`);
    return toTsv(this.result!, this.#selection.displayed(), columns);
  }

  #copyCell(): string | undefined {
    const {row, column} = this.#active;
    const field = this.#columns!.columns[column];
    if (!field || row >= this.#rows) return undefined;
    this.#say("Copied the cell");
    if (row < 0) return field.name;
    return toValueText(this.result!.value(this.#selection.resultRow(row), field.index), field.type);
  }

  #renderFoot(): TemplateResult {
    const {count} = this.#selection;
    const rows =
      this.total !== undefined && this.total !== this.#rows
        ? `${formatCount(this.#rows)} of ${formatCounted(this.total, "row")}`
        : formatCounted(this.#rows, "row");
    return html`<div class="foot row">
      <span>${rows}, ${formatCounted(this.#columns!.length, "column")}</span>
      ${
        count > 0
          ? html`<span>${formatCount(count)} of ${formatCounted(this.#rows, "row")} selected</span>
              <button class="quiet" @click=${() => this.clearSelection()}>Clear selection</button>`
          : nothing
      }
      <span role="status" class="spread">${this.#note}</span>
    </div>`;
  }

  override render(): TemplateResult {
    const columns = this.#columns;
    if (!columns) return html`<div class="probe"></div>`;
    const {first, end, topPx} = this.#scroll.window();
    const across = columns.window(this.#scrollLeft, this.#viewWidth);
    const {row, column} = this.#active;
    const isActiveDrawn =
      (row < 0 || (row >= first && row < end)) &&
      (column < 0 || (column >= across.first && column < across.end));
    const view = {
      result: this.result!,
      columns,
      across,
      keyPx: this.#keyPx,
      isSelectable: this.selectable,
      selection: this.#selection,
      sort: this.#sort,
      active: this.#active,
      dropAt: this.#dropAt
    };
    this.#drawn = this.#windowKey();
    const height = Math.max(this.#scroll.panelPx, this.#rows === 0 ? DEFAULT_ROW_PX : 0);
    return html`<div class="probe"></div>
      <div
        class="scroller"
        role="grid"
        tabindex="0"
        aria-label=${this.label}
        aria-rowcount=${this.#rows + 1}
        aria-colcount=${columns.length + 1}
        aria-multiselectable=${this.selectable ? "true" : nothing}
        aria-activedescendant=${isActiveDrawn ? ACTIVE_ID : nothing}
        @scroll=${this.#onScroll}
        @scrollend=${this.#onScrollEnd}
        @click=${this.#onClick}
        @dblclick=${this.#onDoubleClick}
        @pointerdown=${this.#onPointerDown}
        @keydown=${this.#onKeyDown}
        @copy=${this.#onCopy}
      >
        <div
          class="panel"
          role="presentation"
          style="width:${columns.totalPx + this.#keyPx}px;height:${HEADER_PX + height}px;--row:${
            this.#scroll.rowPx
          }px"
        >
          ${renderHead(view)}
          <div class="body" role="rowgroup" style="top:${HEADER_PX + topPx}px">
            ${
              this.#rows === 0
                ? html`<div role="row"><div role="gridcell" class="empty">No rows</div></div>`
                : Array.from({length: end - first}, (_, i) => renderRow(view, first + i))
            }
          </div>
        </div>
      </div>
      ${this.#renderFoot()}
      <lb-grid-value @close=${() => this.#scroller?.focus()}></lb-grid-value>`;
  }
}

/** The place of the cell that an event came from. */
function toPlace(event: Event): CellPlace | undefined {
  const cell = (event.target as Element).closest<HTMLElement>("[data-row]");
  return cell ? {row: Number(cell.dataset.row), column: Number(cell.dataset.column)} : undefined;
}

/** True of a press on the edge by which a column is resized. */
function isEdge(event: Event): boolean {
  return (event.target as Element).closest(".resizer") !== null;
}

customElements.define("lb-grid", LbGrid);

declare global {
  interface HTMLElementTagNameMap {
    "lb-grid": LbGrid;
  }
  interface HTMLElementEventMap {
    "lb-selection": SelectionEvent;
  }
}
