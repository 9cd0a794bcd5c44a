import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {QueryResult, Value, ViewRelation} from "../src/index.ts";
import {findColumn, toShownColumns} from "../src/index.ts";
import {ColumnHandles} from "./column-handles.ts";
import {GridColumns} from "./grid-columns.ts";
import type {CellPlace} from "./grid-keys.ts";
import {moveCell} from "./grid-keys.ts";
import {isEdge, toPlace} from "./grid-place.ts";
import {HEADER_PX, gridStyles} from "./grid-styles.ts";
import {GridViewport} from "./grid-viewport.ts";
import {SelectEvent, toToggled} from "./select-event.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import type {ViewRows} from "./view-data.ts";
import {toDisplay} from "./view-display.ts";
import {CellEditEvent, ViewChangeEvent} from "./view-events.ts";
import {ViewLines, toGroupKey} from "./view-rows.ts";
import {toNextSorts} from "./view-sorts.ts";
import type {TableView} from "./view-table-lines.ts";
import {ACTIVE_ID, hrefOf, idOf, renderHead, renderLine, renderTotals} from "./view-table-lines.ts";
import {viewTableStyles} from "./view-table-styles.ts";

const KEY_PX = 30;
const NARROW_PX = 600;
const NARROW_TITLE_PX = 150;

/**
 * A view's entries as a table of any length. Arrows move the active cell; Enter and F2 edit it where it stands, in a
 * title Enter opens the entry; Space selects the row, with Shift up to there. In a head Enter sorts, with Shift by one
 * column more; Shift with an arrow widens the column, with Ctrl or Cmd too it moves it.
 *
 * @fires lb-select - with the ids that are selected now
 * @fires lb-view-change - another order, or another order of columns
 * @fires lb-cell-edit - a value is to be edited
 * @fires lb-remove - somebody wants the selected entries removed
 */
export class LbViewTable extends LitElement {
  static override styles = [baseStyles, controlStyles, gridStyles, viewTableStyles];
  static override properties = {
    rows: {attribute: false},
    relation: {attribute: false},
    selected: {attribute: false},
    label: {},
    closed: {state: true}
  };

  declare rows: ViewRows;
  declare relation: ViewRelation;
  declare selected: ReadonlySet<string>;
  declare label: string;
  /** The values of the groups that are closed. */
  declare protected closed: ReadonlySet<Value>;
  readonly #viewport = new GridViewport(this);
  readonly #handles = new ColumnHandles(this, this.#viewport, {
    resize: (place, px) => this.#resize(place, px),
    move: (from, to) => this.#moveColumn(from, to)
  });
  readonly #widths = new Map<string, number>();
  #display: QueryResult | undefined;
  #lines = new ViewLines(0, undefined, new Set());
  #active: CellPlace = {row: 0, column: 0};
  #anchor = 0;

  constructor() {
    super();
    this.selected = new Set();
    this.closed = new Set();
    this.label = "Entries";
  }

  override focus(): void {
    void this.updateComplete.then(() => this.#viewport.scroller?.focus());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const former = changed.get("rows");
    if (changed.has("rows"))
      this.#takeRows(former?.columns !== undefined && former.shape === this.rows.shape);
    else if ((changed as ReadonlyMap<PropertyKey, unknown>).has("closed")) this.#takeLines(true);
  }

  /** New rows of the same view stand where the former ones stood. */
  #takeRows(isSame: boolean): void {
    const {result, shape} = this.rows;
    const shown = toShownColumns(shape, this.relation);
    this.#display = toDisplay(result, shown);
    const natural = GridColumns.of(this.#display, getComputedStyle(this).fontFamily);
    const isNarrow = this.clientWidth > 0 && this.clientWidth < NARROW_PX;
    const columns = shown.reduce((columns, {name}, place) => {
      const px = this.#widths.get(name);
      if (px !== undefined) return columns.resized(place, px);
      return place === 0 && isNarrow
        ? columns.resized(0, Math.min(NARROW_TITLE_PX, columns.widths[0]!))
        : columns;
    }, natural);
    this.#viewport.columns = columns;
    this.#takeLines(isSame);
  }

  #takeLines(isSame: boolean): void {
    const {result, groups} = this.rows;
    const {columns} = this.#viewport;
    this.#lines = new ViewLines(result.numRows, groups, this.closed);
    if (isSame) this.#viewport.resize(this.#lines.length);
    else this.#viewport.reset(this.#lines.length, columns, KEY_PX);
    this.#viewport.keyPx = KEY_PX;
    if (!isSame) this.#active = {row: 0, column: 0};
    if (this.#active.row >= this.#lines.length)
      this.#activate({...this.#active, row: Math.max(0, this.#lines.length - 1)});
  }

  /** The rows between two lines, heads of groups left out. */
  #rowsBetween(from: number, to: number): number[] {
    const rows: number[] = [];
    for (let line = Math.min(from, to); line <= Math.max(from, to); ++line) {
      const at = this.#lines.at(line);
      if (at.kind === "row") rows.push(at.row);
    }
    return rows;
  }

  #activate(place: CellPlace): void {
    this.#active = place;
    this.#viewport.show(place);
    this.requestUpdate();
  }

  #select(ids: Iterable<string>): void {
    this.dispatchEvent(new SelectEvent(new Set(ids)));
  }

  #toggle(line: number, isRange: boolean): void {
    const at = this.#lines.at(line);
    if (at.kind === "group") return this.#fold(at.group);
    const {result} = this.rows;
    const rows = this.#rowsBetween(isRange ? this.#anchor : line, line);
    const ids = rows.map((row) => idOf(result, row));
    this.#anchor = line;
    this.#select(toToggled(this.selected, ids, !this.selected.has(idOf(result, at.row))));
  }

  get #isAll(): boolean {
    return this.rows.result.numRows > 0 && this.selected.size >= this.rows.result.numRows;
  }

  #toggleAll(): void {
    const {result} = this.rows;
    const count = this.#isAll ? 0 : result.numRows;
    this.#select(Array.from({length: count}, (_, row) => idOf(result, row)));
  }

  #fold(group: number): void {
    const key = toGroupKey(this.rows.groups![group]!.value);
    const closed = new Set(this.closed);
    if (!closed.delete(key)) closed.add(key);
    this.closed = closed;
  }

  #shown(place: number): ReturnType<typeof toShownColumns>[number] {
    const index = this.#viewport.columns!.columns[place]!.index;
    return toShownColumns(this.rows.shape, this.relation)[index]!;
  }

  #sort(place: number, isAdded: boolean): void {
    const {name} = this.#shown(place);
    const sort = toNextSorts(this.rows.shape.sort, name, isAdded);
    this.dispatchEvent(new ViewChangeEvent({sort}));
  }

  #resize(place: number, px: number): void {
    this.#viewport.columns = this.#viewport.columns!.resized(place, px);
    this.#widths.set(this.#shown(place).name, px);
    this.requestUpdate();
  }

  #moveColumn(from: number, to: number): void {
    const names = toShownColumns(this.rows.shape, this.relation).map(({name}) => name);
    if (from === to || to < 0 || to >= names.length) return;
    const columns = names.toSpliced(from, 1).toSpliced(to, 0, names[from]!);
    if (this.#active.column === from) this.#active = {...this.#active, column: to};
    this.dispatchEvent(new ViewChangeEvent({columns}));
  }

  /** Opens, folds or edits what the active cell shows. */
  #enter(isEdit: boolean, isFar: boolean): void {
    const {row: line, column: place} = this.#active;
    const at = this.#lines.at(line);
    if (at.kind === "group") return this.#fold(at.group);
    const {result} = this.rows;
    if (place < 0) return this.#toggle(line, false);
    const column = this.#shown(place);
    if (column.role === "title" && !isEdit) {
      const href = hrefOf(result, at.row, this.relation.type.name);
      if (isFar) open(href, "_blank");
      else location.assign(href);
      return;
    }
    const cell = this.renderRoot.querySelector(`#${ACTIVE_ID}`);
    if (cell)
      this.dispatchEvent(
        new CellEditEvent(idOf(result, at.row), column, cell.getBoundingClientRect())
      );
  }

  readonly #onClick = (event: MouseEvent): void => {
    const place = toPlace(event);
    if (!place || isEdge(event) || this.#handles.dropAt !== undefined) return;
    this.#activate(place);
    if (place.row < 0) {
      if (place.column < 0) this.#toggleAll();
      else this.#sort(place.column, event.shiftKey);
    } else if (place.column < 0 || this.#lines.at(place.row).kind === "group")
      this.#toggle(place.row, event.shiftKey);
  };

  readonly #onDoubleClick = (event: MouseEvent): void => {
    const place = toPlace(event);
    if (!place || place.column < 0) return;
    if (place.row < 0 && isEdge(event))
      this.#resize(
        place.column,
        this.#viewport.columns!.naturalWidth(place.column, this.#display!)
      );
    else if (place.row >= 0 && this.#lines.at(place.row).kind === "row") this.#enter(true, false);
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const isDone = this.#active.row < 0 ? this.#onHeadKey(event) : this.#onRowKey(event);
    if (isDone || this.#onMoveKey(event)) event.preventDefault();
  };

  #onHeadKey(event: KeyboardEvent): boolean {
    const {column} = this.#active;
    if (event.key !== "Enter" && event.key !== " ") return this.#handles.onKey(event, column);
    if (column < 0) this.#toggleAll();
    else this.#sort(column, event.shiftKey);
    return true;
  }

  #onRowKey({key, shiftKey, ctrlKey, metaKey}: KeyboardEvent): boolean {
    const {row} = this.#active;
    const isMod = ctrlKey || metaKey;
    if (row >= this.#lines.length) return false;
    if (key === "Enter" || key === "F2") this.#enter(key === "F2", isMod);
    else if (key === " ") this.#toggle(row, shiftKey);
    else if (isMod && key.toLowerCase() === "a") this.#toggleAll();
    else if (key === "Delete" && this.selected.size > 0)
      this.dispatchEvent(new Event("lb-remove", {bubbles: true, composed: true}));
    else if (key === "Escape" && this.selected.size > 0) this.#select([]);
    else return false;
    return true;
  }

  #onMoveKey(event: KeyboardEvent): boolean {
    const before = this.#active;
    const extent = {
      rows: this.#lines.length,
      columns: this.#viewport.columns!.length,
      page: this.#viewport.pageRows
    };
    const place = moveCell(event, before, extent);
    if (!place) return false;
    this.#activate(place);
    if (event.shiftKey && place.row >= 0 && before.row >= 0 && place.row !== before.row) {
      const rows = this.#rowsBetween(before.row, place.row);
      this.#select([...this.selected, ...rows.map((row) => idOf(this.rows.result, row))]);
    }
    return true;
  }

  #toView(): TableView {
    const {rows, relation} = this;
    const {shape} = rows;
    return {
      result: rows.result,
      display: this.#display!,
      shown: toShownColumns(shape, relation),
      columns: this.#viewport.columns!,
      across: this.#viewport.across,
      keyPx: KEY_PX,
      lines: this.#lines,
      groups: rows.groups,
      closed: this.closed,
      groupColumn: shape.group === null ? undefined : findColumn(relation, shape.group),
      totals: rows.totals,
      shape,
      selected: this.selected,
      active: this.#active,
      type: relation.type.name,
      dropAt: this.#handles.dropAt
    };
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.#display) return nothing;
    const view = this.#toView();
    const {down, panelPx, rowPx} = this.#viewport;
    const totals = renderTotals(view);
    const height = HEADER_PX + panelPx + (totals === nothing ? 0 : rowPx);
    const width = view.columns.totalPx + KEY_PX;
    return html`<div class="probe"></div>
      <div
        class="scroller"
        role=${view.groups ? "treegrid" : "grid"}
        tabindex="0"
        aria-label=${this.label}
        aria-rowcount=${this.#lines.length + 1}
        aria-colcount=${view.columns.length + 1}
        aria-multiselectable="true"
        aria-activedescendant=${this.#viewport.has(this.#active) ? ACTIVE_ID : nothing}
        @scroll=${this.#viewport.onScroll}
        @scrollend=${this.#viewport.onScrollEnd}
        @click=${this.#onClick}
        @dblclick=${this.#onDoubleClick}
        @pointerdown=${this.#handles.onPointerDown}
        @keydown=${this.#onKeyDown}
      >
        <div
          class="panel"
          role="presentation"
          style="width:${width}px;height:${height}px;--row:${rowPx}px"
        >
          ${renderHead(view, this.#isAll)}
          <div class="body" role="rowgroup" style="top:${HEADER_PX + down.topPx}px">
            ${Array.from({length: down.end - down.first}, (_, i) => renderLine(view, down.first + i))}
          </div>
          ${
            totals === nothing
              ? nothing
              : html`<div role="presentation" style="height:${panelPx}px"></div>
                  <div class="under" role="rowgroup">${totals}</div>`
          }
        </div>
      </div>`;
  }
}

customElements.define("lb-view-table", LbViewTable);

declare global {
  interface HTMLElementTagNameMap {
    "lb-view-table": LbViewTable;
  }
}
