import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html} from "lit";
import type {QueryResult} from "../src/index.ts";
import {toMessage, toValueText} from "../src/index.ts";
import {ActiveCell} from "./active-cell.ts";
import {ColumnHandles} from "./column-handles.ts";
import {formatCount} from "./format-value.ts";
import {GridColumns} from "./grid-columns.ts";
import {toCopy} from "./grid-copy.ts";
import {renderGridFoot} from "./grid-foot.ts";
import {renderGridFrame} from "./grid-frame.ts";
import {toPlace} from "./grid-place.ts";
import {RowSelection} from "./grid-selection.ts";
import {GridSorter} from "./grid-sorter.ts";
import {gridStyles} from "./grid-styles.ts";
import {renderHead, renderRow, toKeyPx} from "./grid-view.ts";
import {GridViewport} from "./grid-viewport.ts";
import {SelectionEvent} from "./selection-event.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import "./lb-grid-value.ts";

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
  readonly #active = new ActiveCell(this, this.#viewport);
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
      this.#active.place = {row: 0, column: 0};
      this.#note = "";
      const columns = result && GridColumns.of(result, getComputedStyle(this).fontFamily);
      this.#viewport.reset(this.#rows, columns, toKeyPx(this.#rows, this.selectable));
    }
    this.#viewport.keyPx = toKeyPx(this.#rows, this.selectable);
  }

  get #rows(): number {
    return this.#selection.numRows;
  }

  get #columns(): GridColumns {
    return this.#viewport.columns!;
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
    const {place} = this.#active;
    if (place.row > 0) this.#active.place = {...place, row: 0};
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
    const {place} = this.#active;
    if (place.column === from) this.#active.moveTo({...place, column: to});
    this.requestUpdate();
  }

  #showValue(): void {
    const {row, column} = this.#active.place;
    const field = this.#columns.columns[column];
    const cell = this.#active.element;
    if (!field || !cell || row >= this.#rows) return;
    const resultRow = this.#selection.resultRow(row);
    const value = this.result!.value(resultRow, field.index);
    const what = `${field.name}, row ${formatCount(resultRow + 1)}${value === null ? ": null" : ""}`;
    void this.renderRoot
      .querySelector("lb-grid-value")!
      .show(what, toValueText(value, field.type), cell.getBoundingClientRect());
  }

  readonly #onClick = (event: MouseEvent): void => {
    const place = this.#handles.toClicked(event);
    if (!place) return;
    this.#active.moveTo(place);
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
    if (place && place.row >= 0 && place.column >= 0) this.#showValue();
    else this.#handles.fit(event, this.result!);
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (this.#onHeaderKey(event) || this.#onRowKey(event) || this.#onMoveKey(event))
      event.preventDefault();
  };

  #onHeaderKey(event: KeyboardEvent): boolean {
    const {row, column} = this.#active.place;
    if (row >= 0) return false;
    if (event.key !== "Enter" && event.key !== " ") return this.#handles.onKey(event, column);
    if (column >= 0) this.#sortBy(column);
    else if (this.selectable) this.#toggleAll();
    return true;
  }

  #onRowKey({key, shiftKey, ctrlKey, metaKey}: KeyboardEvent): boolean {
    const {row} = this.#active.place;
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
    const before = this.#active.place;
    if (!this.#active.onKey(event, this.#rows)) return false;
    const {place} = this.#active;
    if (event.shiftKey && this.selectable && place.row >= 0 && place.row !== before.row) {
      if (this.#selection.count === 0) this.#selection.anchor = Math.max(0, before.row);
      this.#select(() => this.#selection.selectTo(place.row));
    }
    return true;
  }

  readonly #onCopy = (event: ClipboardEvent): void => {
    // text that somebody has marked is copied as it is everywhere
    if (getSelection()?.isCollapsed === false) return;
    const copy = toCopy(this.result!, this.#columns, this.#selection, this.#active.place);
    if (!copy) return;
    this.#say(copy.note);
    if (copy.text === undefined) return;
    event.clipboardData?.setData("text/plain", copy.text);
    event.preventDefault();
  };

  #renderFrame(columns: GridColumns): TemplateResult {
    const {across, keyPx, panelPx, rowPx} = this.#viewport;
    const view = {
      result: this.result!,
      columns,
      across,
      keyPx,
      isSelectable: this.selectable,
      selection: this.#selection,
      sort: this.#sorter.order,
      active: this.#active.place,
      dropAt: this.#handles.dropAt
    };
    return renderGridFrame(
      {
        role: "grid",
        label: this.label,
        rows: this.#rows,
        isSelectable: this.selectable,
        bodyPx: this.#rows === 0 ? rowPx : panelPx,
        viewport: this.#viewport,
        handles: this.#handles,
        active: this.#active,
        onClick: this.#onClick,
        onDoubleClick: this.#onDoubleClick,
        onKeyDown: this.#onKeyDown,
        onCopy: this.#onCopy
      },
      {
        head: renderHead(view),
        renderLine: (row) => renderRow(view, row),
        none: html`<div role="row"><div role="gridcell" class="empty">No rows</div></div>`
      }
    );
  }

  override render(): TemplateResult {
    const {columns} = this.#viewport;
    if (!columns) return html`<div class="probe"></div>`;
    return html`${this.#renderFrame(columns)}
      ${renderGridFoot({
        rows: this.#rows,
        total: this.total,
        columns: columns.length,
        selected: this.#selection.count,
        note: this.#note,
        onClear: () => this.clearSelection()
      })} <lb-grid-value @close=${() => this.#viewport.scroller?.focus()}></lb-grid-value>`;
  }
}

customElements.define("lb-grid", LbGrid);

declare global {
  interface HTMLElementTagNameMap {
    "lb-grid": LbGrid;
  }
}
