import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {QueryResult} from "../src/index.ts";
import {toMessage, toValueText} from "../src/index.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import {ColumnHandles} from "./column-handles.ts";
import {GridColumns} from "./grid-columns.ts";
import {toCopy} from "./grid-copy.ts";
import type {CellPlace} from "./grid-keys.ts";
import {moveCell} from "./grid-keys.ts";
import {isEdge, toPlace} from "./grid-place.ts";
import {RowSelection} from "./grid-selection.ts";
import {GridSorter} from "./grid-sorter.ts";
import {HEADER_PX, NUMBER_PX, TICK_PX, gridStyles} from "./grid-styles.ts";
import type {GridView} from "./grid-view.ts";
import {ACTIVE_ID, renderHead, renderRow} from "./grid-view.ts";
import {GridViewport} from "./grid-viewport.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import "./lb-grid-value.ts";

const DIGIT_PX = 6;

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
 * Ctrl/Cmd+C copies the selected rows, or the cell where none is selected. In the header Shift with an arrow widens a
 * column, with Ctrl/Cmd too it moves it.
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

  readonly #viewport = new GridViewport(this);
  readonly #sorter = new GridSorter(this, {
    onSorted: (rows) => this.#reorder(rows),
    onBusy: () => this.#say("Sorting …"),
    onFailed: (error) => this.#say(`Not sorted: ${toMessage(error)}`)
  });
  readonly #handles = new ColumnHandles(this, this.#viewport, {
    resize: (place, px) => this.#resize(place, px),
    move: (from, to) => this.#moveColumn(from, to)
  });
  #selection = new RowSelection(0);
  #active: CellPlace = {row: 0, column: 0};
  #note = "";

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

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {result} = this;
    if (changed.has("result")) {
      this.#sorter.reset();
      this.#selection = new RowSelection(result?.numRows ?? 0);
      this.#active = {row: 0, column: 0};
      this.#note = "";
      const columns = result && GridColumns.of(result, getComputedStyle(this).fontFamily);
      this.#viewport.reset(this.#rows, columns, this.#toKeyPx());
    }
    this.#viewport.keyPx = this.#toKeyPx();
  }

  get #rows(): number {
    return this.#selection.numRows;
  }

  get #columns(): GridColumns {
    return this.#viewport.columns!;
  }

  /** The width of the column of row numbers. */
  #toKeyPx(): number {
    const digits = Math.max(0, formatCount(this.#rows).length - 4);
    return NUMBER_PX + digits * DIGIT_PX + (this.selectable ? TICK_PX : 0);
  }

  /** Makes a cell the active one and brings it into view. */
  #activate(place: CellPlace): void {
    this.#active = place;
    this.#viewport.show(place);
    this.requestUpdate();
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

  #sortBy(place: number): void {
    void this.#sorter.pick(this.result!, this.#columns.columns[place]!.index);
  }

  #reorder(order: Uint32Array | undefined): void {
    this.#selection.order = order;
    this.#selection.anchor = 0;
    if (this.#active.row > 0) this.#active = {...this.#active, row: 0};
    this.#viewport.toTop();
    this.#say("");
  }

  #resize(place: number, px: number): void {
    this.#viewport.columns = this.#columns.resized(place, px);
    this.requestUpdate();
  }

  #moveColumn(from: number, to: number): void {
    if (to < 0 || to >= this.#columns.length) return;
    this.#viewport.columns = this.#columns.moved(from, to);
    if (this.#active.column === from) this.#activate({...this.#active, column: to});
    this.requestUpdate();
  }

  #showValue(): void {
    const {row, column} = this.#active;
    const field = this.#columns.columns[column];
    const cell = this.renderRoot.querySelector(`#${ACTIVE_ID}`);
    if (!field || !cell || row >= this.#rows) return;
    const resultRow = this.#selection.resultRow(row);
    const value = this.result!.value(resultRow, field.index);
    const what = `${field.name}, row ${formatCount(resultRow + 1)}${value === null ? ": null" : ""}`;
    void this.renderRoot
      .querySelector("lb-grid-value")!
      .show(what, toValueText(value, field.type), cell.getBoundingClientRect());
  }

  readonly #onClick = (event: MouseEvent): void => {
    const place = toPlace(event);
    if (!place || isEdge(event) || this.#handles.dropAt !== undefined) return;
    this.#activate(place);
    if (place.row < 0 && place.column >= 0) this.#sortBy(place.column);
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
      this.#resize(place.column, this.#columns.naturalWidth(place.column, this.result!));
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (this.#onHeaderKey(event) || this.#onRowKey(event) || this.#onMoveKey(event))
      event.preventDefault();
  };

  #onHeaderKey(event: KeyboardEvent): boolean {
    const {row, column} = this.#active;
    if (row >= 0) return false;
    if (event.key !== "Enter" && event.key !== " ") return this.#handles.onKey(event, column);
    if (column >= 0) this.#sortBy(column);
    else if (this.selectable) this.#toggleAll();
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

  #onMoveKey(event: KeyboardEvent): boolean {
    const before = this.#active;
    const place = moveCell(event, before, {
      rows: this.#rows,
      columns: this.#columns.length,
      page: this.#viewport.pageRows
    });
    if (!place) return false;
    this.#activate(place);
    if (event.shiftKey && this.selectable && place.row >= 0 && place.row !== before.row) {
      if (this.#selection.count === 0) this.#selection.anchor = Math.max(0, before.row);
      this.#select(() => this.#selection.selectTo(place.row));
    }
    return true;
  }

  readonly #onCopy = (event: ClipboardEvent): void => {
    // text that somebody has marked is copied as it is everywhere
    if (getSelection()?.isCollapsed === false) return;
    const copy = toCopy(this.result!, this.#columns, this.#selection, this.#active);
    if (!copy) return;
    this.#say(copy.note);
    if (copy.text === undefined) return;
    event.clipboardData?.setData("text/plain", copy.text);
    event.preventDefault();
  };

  #renderFoot(): TemplateResult {
    const {count} = this.#selection;
    const rows =
      this.total !== undefined && this.total !== this.#rows
        ? `${formatCount(this.#rows)} of ${formatCounted(this.total, "row")}`
        : formatCounted(this.#rows, "row");
    return html`<div class="foot row">
      <span>${rows}, ${formatCounted(this.#columns.length, "column")}</span>
      ${
        count > 0
          ? html`<span>${formatCount(count)} of ${formatCounted(this.#rows, "row")} selected</span>
              <button class="quiet" @click=${() => this.clearSelection()}>Clear selection</button>`
          : nothing
      }
      <span role="status" class="spread">${this.#note}</span>
    </div>`;
  }

  #renderPanel(view: GridView): TemplateResult {
    const {down, panelPx, rowPx} = this.#viewport;
    const width = view.columns.totalPx + view.keyPx;
    const height = HEADER_PX + (this.#rows === 0 ? rowPx : panelPx);
    return html`<div
      class="panel"
      role="presentation"
      style="width:${width}px;height:${height}px;--row:${rowPx}px"
    >
      ${renderHead(view)}
      <div class="body" role="rowgroup" style="top:${HEADER_PX + down.topPx}px">
        ${
          this.#rows === 0
            ? html`<div role="row"><div role="gridcell" class="empty">No rows</div></div>`
            : Array.from({length: down.end - down.first}, (_, i) => renderRow(view, down.first + i))
        }
      </div>
    </div>`;
  }

  override render(): TemplateResult {
    const {columns, across, keyPx} = this.#viewport;
    if (!columns) return html`<div class="probe"></div>`;
    const view = {
      result: this.result!,
      columns,
      across,
      keyPx,
      isSelectable: this.selectable,
      selection: this.#selection,
      sort: this.#sorter.order,
      active: this.#active,
      dropAt: this.#handles.dropAt
    };
    return html`<div class="probe"></div>
      <div
        class="scroller"
        role="grid"
        tabindex="0"
        aria-label=${this.label}
        aria-rowcount=${this.#rows + 1}
        aria-colcount=${columns.length + 1}
        aria-multiselectable=${this.selectable ? "true" : nothing}
        aria-activedescendant=${this.#viewport.has(this.#active) ? ACTIVE_ID : nothing}
        @scroll=${this.#viewport.onScroll}
        @scrollend=${this.#viewport.onScrollEnd}
        @click=${this.#onClick}
        @dblclick=${this.#onDoubleClick}
        @pointerdown=${this.#handles.onPointerDown}
        @keydown=${this.#onKeyDown}
        @copy=${this.#onCopy}
      >
        ${this.#renderPanel(view)}
      </div>
      ${this.#renderFoot()}
      <lb-grid-value @close=${() => this.#viewport.scroller?.focus()}></lb-grid-value>`;
  }
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
