import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {QueryResult, Value} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import type {CellGround} from "./grid-cell.ts";
import {classOf, idOfCell, renderKeyCell, styleOf, toCutText} from "./grid-cell.ts";
import type {GridColumn} from "./grid-columns.ts";
import type {RowSelection} from "./grid-selection.ts";
import type {GridOrder} from "./grid-sorter.ts";

/** The width of the row numbers' column, without and with a box to tick, and of each digit that it must hold more. */
const NUMBER_PX = 44;
const TICK_PX = 22;
const DIGIT_PX = 6;

/** What the rows and the header of a grid are drawn from. */
export interface GridView extends CellGround {
  readonly result: QueryResult;
  /** The places of the columns to draw, from `first` up to but not with `end`. */
  readonly across: {readonly first: number; readonly end: number};
  readonly isSelectable: boolean;
  readonly selection: RowSelection;
  readonly sort: GridOrder | undefined;
  /** The place where a dragged column would be dropped. */
  readonly dropAt: number | undefined;
}

/** The width of the column of row numbers. */
export function toKeyPx(rows: number, isSelectable: boolean): number {
  const digits = Math.max(0, formatCount(rows).length - 4);
  return NUMBER_PX + digits * DIGIT_PX + (isSelectable ? TICK_PX : 0);
}

export function renderHead(view: GridView): TemplateResult {
  const {isAll, count} = view.selection;
  const headers = [];
  for (let place = view.across.first; place < view.across.end; ++place)
    headers.push(renderHeader(view, place));
  return html`<div class="head" role="rowgroup">
    <div class="line" role="row" aria-rowindex="1">
      ${renderKeyCell(
        view,
        -1,
        "columnheader",
        html`${
            view.isSelectable
              ? html`<input
                  type="checkbox"
                  tabindex="-1"
                  aria-label="Select all rows"
                  .checked=${isAll}
                  .indeterminate=${count > 0 && !isAll}
                />`
              : nothing
          } <span>Row</span>`
      )}
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
    ${renderKeyCell(
      view,
      row,
      "rowheader",
      html`${
          view.isSelectable
            ? html`<input
                type="checkbox"
                tabindex="-1"
                aria-label="Select row ${resultRow + 1}"
                .checked=${isSelected}
              />`
            : nothing
        } <span>${formatCount(resultRow + 1)}</span>`
    )}
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
    id=${idOfCell(view, -1, place)}
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
    id=${idOfCell(view, row, place)}
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
  {type}: GridColumn,
  width: number
): string | undefined {
  if (value instanceof Date && type.startsWith("TIMESTAMP WITH")) return value.toString();
  return value === null ? undefined : toCutText(value, {text, type, width});
}
