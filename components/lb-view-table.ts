import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {QueryResult, Value, ViewRelation} from "../src/index.ts";
import {findColumn, toShownColumns} from "../src/index.ts";
import {ActiveCell} from "./active-cell.ts";
import {ColumnHandles} from "./column-handles.ts";
import {ColumnWidths} from "./column-widths.ts";
import {renderGridFrame} from "./grid-frame.ts";
import {toPlace} from "./grid-place.ts";
import {gridStyles} from "./grid-styles.ts";
import {GridViewport} from "./grid-viewport.ts";
import {SelectEvent} from "./select-event.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import type {ViewRows} from "./view-data.ts";
import {toDisplay} from "./view-display.ts";
import {CellEditEvent, ViewChangeEvent} from "./view-events.ts";
import {hrefOf, idOf} from "./view-row.ts";
import {ViewLines, toGroupKey} from "./view-rows.ts";
import {toNextSorts} from "./view-sorts.ts";
import type {TableView} from "./view-table-lines.ts";
import {renderHead, renderLine, renderTotals} from "./view-table-lines.ts";
import {addLines, toggleAll, toggleLines} from "./view-table-selection.ts";
import {viewTableStyles} from "./view-table-styles.ts";

const KEY_PX = 30;

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
  readonly #widths = new ColumnWidths();
  #display: QueryResult | undefined;
  #lines = new ViewLines(0, undefined, new Set());
  readonly #active = new ActiveCell(this, this.#viewport);
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
    this.#viewport.columns = this.#widths.lay(this.#display, shown, this);
    this.#takeLines(isSame);
  }

  #takeLines(isSame: boolean): void {
    const {result, groups} = this.rows;
    const {columns} = this.#viewport;
    this.#lines = new ViewLines(result.numRows, groups, this.closed);
    if (isSame) this.#viewport.resize(this.#lines.length);
    else this.#viewport.reset(this.#lines.length, columns, KEY_PX);
    this.#viewport.keyPx = KEY_PX;
    if (!isSame) this.#active.place = {row: 0, column: 0};
    const {place} = this.#active;
    if (place.row >= this.#lines.length)
      this.#active.moveTo({...place, row: Math.max(0, this.#lines.length - 1)});
  }

  #select(ids: ReadonlySet<string>): void {
    this.dispatchEvent(new SelectEvent(ids));
  }

  #toggle(line: number, isRange: boolean): void {
    const at = this.#lines.at(line);
    if (at.kind === "group") return this.#fold(at.group);
    const from = isRange ? this.#anchor : line;
    this.#anchor = line;
    this.#select(toggleLines(this.#toView(), from, line));
  }

  #toggleAll(): void {
    this.#select(toggleAll(this.#toView()));
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
    this.#widths.give(this.#shown(place).name, px);
    this.requestUpdate();
  }

  #moveColumn(from: number, to: number): void {
    const names = toShownColumns(this.rows.shape, this.relation).map(({name}) => name);
    if (from === to || to < 0 || to >= names.length) return;
    const columns = names.toSpliced(from, 1).toSpliced(to, 0, names[from]!);
    const {place} = this.#active;
    if (place.column === from) this.#active.place = {...place, column: to};
    this.dispatchEvent(new ViewChangeEvent({columns}));
  }

  /** Opens, folds or edits what the active cell shows. */
  #enter(isEdit: boolean, isFar: boolean): void {
    const {row: line, column: place} = this.#active.place;
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
    const anchor = this.#active.element?.getBoundingClientRect();
    if (anchor) this.dispatchEvent(new CellEditEvent(idOf(result, at.row), column, anchor));
  }

  readonly #onClick = (event: MouseEvent): void => {
    const place = this.#handles.toClicked(event);
    if (!place) return;
    this.#active.moveTo(place);
    if (place.row < 0) {
      if (place.column < 0) this.#toggleAll();
      else this.#sort(place.column, event.shiftKey);
    } else if (place.column < 0 || this.#lines.at(place.row).kind === "group")
      this.#toggle(place.row, event.shiftKey);
  };

  readonly #onDoubleClick = (event: MouseEvent): void => {
    const place = toPlace(event);
    if (!place || place.row < 0 || place.column < 0) this.#handles.fit(event, this.#display!);
    else if (this.#lines.at(place.row).kind === "row") this.#enter(true, false);
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const isDone = this.#active.place.row < 0 ? this.#onHeadKey(event) : this.#onRowKey(event);
    if (isDone || this.#onMoveKey(event)) event.preventDefault();
  };

  #onHeadKey(event: KeyboardEvent): boolean {
    const {column} = this.#active.place;
    if (event.key !== "Enter" && event.key !== " ") return this.#handles.onKey(event, column);
    if (column < 0) this.#toggleAll();
    else this.#sort(column, event.shiftKey);
    return true;
  }

  #onRowKey({key, shiftKey, ctrlKey, metaKey}: KeyboardEvent): boolean {
    const {row} = this.#active.place;
    const isMod = ctrlKey || metaKey;
    if (row >= this.#lines.length) return false;
    if (key === "Enter" || key === "F2") this.#enter(key === "F2", isMod);
    else if (key === " ") this.#toggle(row, shiftKey);
    else if (isMod && key.toLowerCase() === "a") this.#toggleAll();
    else if (key === "Delete" && this.selected.size > 0)
      this.dispatchEvent(new Event("lb-remove", {bubbles: true, composed: true}));
    else if (key === "Escape" && this.selected.size > 0) this.#select(new Set());
    else return false;
    return true;
  }

  #onMoveKey(event: KeyboardEvent): boolean {
    const before = this.#active.place;
    if (!this.#active.onKey(event, this.#lines.length)) return false;
    const {place} = this.#active;
    if (event.shiftKey && place.row >= 0 && before.row >= 0 && place.row !== before.row)
      this.#select(addLines(this.#toView(), before.row, place.row));
    return true;
  }

  #toView(): TableView {
    const {rows, relation, closed, selected} = this;
    const {columns, across} = this.#viewport;
    const {group} = rows.shape;
    return {
      ...rows,
      display: this.#display!,
      shown: toShownColumns(rows.shape, relation),
      columns: columns!,
      across,
      keyPx: KEY_PX,
      lines: this.#lines,
      closed,
      groupColumn: group === null ? undefined : findColumn(relation, group),
      selected,
      active: this.#active.place,
      type: relation.type.name,
      dropAt: this.#handles.dropAt
    };
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.#display) return nothing;
    const view = this.#toView();
    const {panelPx, rowPx} = this.#viewport;
    const totals = renderTotals(view);
    const hasTotals = totals !== nothing;
    return renderGridFrame(
      {
        role: view.groups ? "treegrid" : "grid",
        label: this.label,
        rows: this.#lines.length,
        isSelectable: true,
        bodyPx: panelPx + (hasTotals ? rowPx : 0),
        viewport: this.#viewport,
        handles: this.#handles,
        active: this.#active,
        onClick: this.#onClick,
        onDoubleClick: this.#onDoubleClick,
        onKeyDown: this.#onKeyDown
      },
      {
        head: renderHead(view),
        renderLine: (line) => renderLine(view, line),
        under: hasTotals
          ? html`<div role="presentation" style="height:${panelPx}px"></div>
              <div class="under" role="rowgroup">${totals}</div>`
          : nothing
      }
    );
  }
}

customElements.define("lb-view-table", LbViewTable);

declare global {
  interface HTMLElementTagNameMap {
    "lb-view-table": LbViewTable;
  }
}
