import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {QueryResult, Value} from "../src/index.ts";
import {toValueText} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import type {GridColumn, GridColumns} from "./grid-columns.ts";
import type {CellPlace} from "./grid-keys.ts";
import type {RowSelection} from "./grid-selection.ts";
import type {GridOrder} from "./grid-sorter.ts";

const MAX_TITLE_CHARACTERS = 1000;
const CHARACTER_PX = 6.5;
const PADDING_PX = 16;

/** The id of the active cell, wherever it is. */
export const ACTIVE_ID = "active";

/** What the rows and the header of a grid are drawn from. */
export interface GridView {
  readonly result: QueryResult;
  readonly columns: GridColumns;
  /** The places of the columns to draw, from `first` up to but not with `end`. */
  readonly across: {readonly first: number; readonly end: number};
  /** The width of the column of row numbers. */
  readonly keyPx: number;
  readonly isSelectable: boolean;
  readonly selection: RowSelection;
  readonly sort: GridOrder | undefined;
  readonly active: CellPlace;
  /** The place where a dragged column would be dropped. */
  readonly dropAt: number | undefined;
}

export function renderHead(view: GridView): TemplateResult {
  const {isAll, count} = view.selection;
  const headers = [];
  for (let place = view.across.first; place < view.across.end; ++place)
    headers.push(renderHeader(view, place));
  return html`<div class="head" role="rowgroup">
    <div class="line" role="row" aria-rowindex="1">
      <div
        class="cell key ${classOf(view, -1, -1)}"
        role="columnheader"
        aria-colindex="1"
        id=${idOf(view, -1, -1)}
        data-row="-1"
        data-column="-1"
        style="width:${view.keyPx}px"
      >
        ${
          view.isSelectable
            ? html`<input
                type="checkbox"
                tabindex="-1"
                aria-label="Select all rows"
                .checked=${isAll}
                .indeterminate=${count > 0 && !isAll}
              />`
            : nothing
        }
        <span>Row</span>
      </div>
      ${headers}
    </div>
  </div>`;
}

export function renderRow(view: GridView, row: number): TemplateResult {
  const resultRow = view.selection.resultRow(row);
  const isSelected = view.selection.has(resultRow);
  const cells = [];
  for (let place = view.across.first; place < view.across.end; ++place)
    cells.push(renderCell(view, row, place, resultRow));
  return html`<div
    class="line"
    role="row"
    aria-rowindex=${row + 2}
    aria-selected=${view.isSelectable ? isSelected : nothing}
  >
    <div
      class="cell key ${classOf(view, row, -1)}"
      role="rowheader"
      aria-colindex="1"
      id=${idOf(view, row, -1)}
      data-row=${row}
      data-column="-1"
      style="width:${view.keyPx}px"
    >
      ${
        view.isSelectable
          ? html`<input
              type="checkbox"
              tabindex="-1"
              aria-label="Select row ${resultRow + 1}"
              .checked=${isSelected}
            />`
          : nothing
      }
      <span>${formatCount(resultRow + 1)}</span>
    </div>
    ${cells}
  </div>`;
}

function renderHeader(view: GridView, place: number): TemplateResult {
  const {name, type, index, isNumeric} = view.columns.columns[place]!;
  const sort = view.sort?.column === index ? view.sort.direction : "none";
  return html`<div
    class="cell ${isNumeric ? "number" : ""} ${view.dropAt === place ? "drop" : ""} ${classOf(
      view,
      -1,
      place
    )}"
    role="columnheader"
    aria-colindex=${place + 2}
    aria-sort=${sort}
    id=${idOf(view, -1, place)}
    title="${name} ${type}"
    data-row="-1"
    data-column=${place}
    style=${styleOf(view, place)}
  >
    <span class="name">${name}</span>
    <span class="type">${type}</span>
    <span class="resizer" aria-hidden="true"></span>
  </div>`;
}

function renderCell(view: GridView, row: number, place: number, resultRow: number): TemplateResult {
  const column = view.columns.columns[place]!;
  const value = view.result.value(resultRow, column.index);
  const text = column.format(value);
  return html`<div
    class="cell ${column.isNumeric ? "number" : ""} ${classOf(view, row, place)}"
    role="gridcell"
    aria-colindex=${place + 2}
    id=${idOf(view, row, place)}
    title=${toTitle(value, text, column, view.columns.widths[place]!) ?? nothing}
    data-row=${row}
    data-column=${place}
    style=${styleOf(view, place)}
  >
    ${value === null ? html`<span class="null">null</span>` : text}
  </div>`;
}

/** The whole of what a cell cuts short; the local time of what is told in UTC. */
function toTitle(
  value: Value,
  text: string,
  column: GridColumn,
  width: number
): string | undefined {
  if (value instanceof Date && column.type.startsWith("TIMESTAMP WITH")) return value.toString();
  if (value === null || text.length * CHARACTER_PX < width - PADDING_PX) return undefined;
  return toValueText(value, column.type).slice(0, MAX_TITLE_CHARACTERS);
}

function styleOf({columns, keyPx}: GridView, place: number): string {
  return `left:${keyPx + columns.lefts[place]!}px;width:${columns.widths[place]}px`;
}

function isActive({active}: GridView, row: number, column: number): boolean {
  return row === active.row && column === active.column;
}

function classOf(view: GridView, row: number, column: number): string {
  return isActive(view, row, column) ? "active" : "";
}

function idOf(view: GridView, row: number, column: number): string | typeof nothing {
  return isActive(view, row, column) ? ACTIVE_ID : nothing;
}
