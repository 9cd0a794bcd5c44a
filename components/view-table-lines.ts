import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {QueryResult, TypeColumn, Value} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import type {CellGround} from "./grid-cell.ts";
import {classOf, idOfCell, renderKeyCell, styleOf, toCutText} from "./grid-cell.ts";
import type {ViewRows} from "./view-data.ts";
import {formatValue} from "./view-display.ts";
import {hrefOf, idOf} from "./view-row.ts";
import {toGroupKey} from "./view-rows.ts";
import type {SelectableLines} from "./view-table-selection.ts";
import {isAllSelected} from "./view-table-selection.ts";

/** What the lines of a table of entries are drawn from. */
export interface TableView
  extends CellGround, SelectableLines, Pick<ViewRows, "groups" | "totals" | "shape"> {
  /** The rows as cells show them. */
  readonly display: QueryResult;
  /** The shown columns, in the order of `columns`. */
  readonly shown: readonly TypeColumn[];
  readonly across: {readonly first: number; readonly end: number};
  readonly closed: ReadonlySet<Value>;
  readonly groupColumn: TypeColumn | undefined;
  readonly type: string;
  readonly dropAt: number | undefined;
}

export function renderHead(view: TableView): TemplateResult {
  const isAll = isAllSelected(view);
  return html`<div class="head" role="rowgroup">
    <div class="line" role="row" aria-rowindex="1">
      ${renderKeyCell(
        view,
        -1,
        "columnheader",
        html`<input
          type="checkbox"
          tabindex="-1"
          aria-label="Select all"
          .checked=${isAll}
          .indeterminate=${view.selected.size > 0 && !isAll}
        />`
      )}
      ${places(view).map((place) => renderHeader(view, place))}
    </div>
  </div>`;
}

export function renderLine(view: TableView, line: number): TemplateResult {
  const at = view.lines.at(line);
  return at.kind === "group" ? renderGroup(view, line, at.group) : renderRow(view, line, at.row);
}

/** The totals under the columns; nothing where the view has none. */
export function renderTotals(view: TableView): TemplateResult | typeof nothing {
  const names = Object.keys(view.shape.totals);
  if (names.length === 0) return nothing;
  return html`<div class="line totals" role="row" aria-label="Totals">
    <div class="cell key" role="gridcell" style="width:${view.keyPx}px"></div>
    ${places(view).map(
      (place) =>
        html`<div
          class="cell number ${place === 0 ? "title" : ""}"
          role="gridcell"
          style=${styleOf(view, place)}
        >
          ${renderTotal(view, place, view.totals)}
        </div>`
    )}
  </div>`;
}

function renderHeader(view: TableView, place: number): TemplateResult {
  const column = view.columns.columns[place]!;
  const {name} = view.shown[column.index]!;
  const at = view.shape.sort.findIndex((sort) => sort.column === name);
  const sort = view.shape.sort[at];
  const direction = sort ? (sort.descending ? "descending" : "ascending") : "none";
  return html`<div
    class="cell ${column.isNumeric ? "number" : ""} ${place === 0 ? "title" : ""} ${
      view.dropAt === place ? "drop" : ""
    } ${classOf(view, -1, place)}"
    role="columnheader"
    aria-colindex=${place + 2}
    aria-sort=${direction}
    id=${idOfCell(view, -1, place)}
    title=${column.name}
    data-row="-1"
    data-column=${place}
    style=${styleOf(view, place)}
  >
    <span class="name"
      >${column.name}${
        sort && view.shape.sort.length > 1 ? html`<span class="order"> ${at + 1}</span>` : nothing
      }</span
    >
    <span class="resizer" aria-hidden="true"></span>
  </div>`;
}

function renderRow(view: TableView, line: number, row: number): TemplateResult {
  const isSelected = view.selected.has(idOf(view.result, row));
  const title = view.result.value(row, 2) as string;
  return html`<div class="line" role="row" aria-rowindex=${line + 2} aria-selected=${isSelected}>
    ${renderKeyCell(
      view,
      line,
      "gridcell",
      html`<input
        type="checkbox"
        tabindex="-1"
        aria-label="Select ${title}"
        .checked=${isSelected}
      />`
    )}
    ${places(view).map((place) => renderCell(view, line, place, row))}
  </div>`;
}

function renderCell(view: TableView, line: number, place: number, row: number): TemplateResult {
  const column = view.columns.columns[place]!;
  const value = view.display.value(row, column.index);
  const text = column.format(value);
  const isTitle = view.shown[column.index]!.role === "title";
  const cut = toCutText(value, {text, type: column.type, width: view.columns.widths[place]!});
  return html`<div
    class="cell ${column.isNumeric ? "number" : ""} ${place === 0 ? "title" : ""} ${classOf(view, line, place)}"
    role="gridcell"
    aria-colindex=${place + 2}
    id=${idOfCell(view, line, place)}
    title=${cut ?? nothing}
    data-row=${line}
    data-column=${place}
    style=${styleOf(view, place)}
  >
    ${
      isTitle
        ? html`<a tabindex="-1" href=${hrefOf(view.result, row, view.type)}>${text}</a>`
        : value === null || text === ""
          ? html`<span class="none" aria-label="empty">–</span>`
          : text
    }
  </div>`;
}

function renderGroup(view: TableView, line: number, index: number): TemplateResult {
  const {value, count, totals} = view.groups![index]!;
  const isClosed = view.closed.has(toGroupKey(value));
  const text = value === null ? "No value" : formatValue(view.groupColumn!, value);
  return html`<div
    class="line group"
    role="row"
    aria-rowindex=${line + 2}
    aria-expanded=${!isClosed}
  >
    ${renderKeyCell(
      view,
      line,
      "gridcell",
      html`<span aria-hidden="true">${isClosed ? "▸" : "▾"}</span>`,
      isClosed ? "Open the group" : "Close the group"
    )}
    ${places(view).map(
      (place) =>
        html`<div
          class="cell ${place === 0 ? "title" : "number"} ${classOf(view, line, place)}"
          role="gridcell"
          aria-colindex=${place + 2}
          id=${idOfCell(view, line, place)}
          data-row=${line}
          data-column=${place}
          style=${styleOf(view, place)}
        >
          ${
            place === 0
              ? html`${text} <span class="muted">${formatCount(count)}</span>`
              : renderTotal(view, place, totals)
          }
        </div>`
    )}
  </div>`;
}

function renderTotal(
  view: TableView,
  place: number,
  totals: readonly Value[]
): TemplateResult | typeof nothing {
  const column = view.shown[view.columns.columns[place]!.index]!;
  const names = Object.keys(view.shape.totals);
  const at = names.indexOf(column.name);
  if (at < 0) return nothing;
  const value = totals[at] ?? null;
  const text =
    value === null
      ? "–"
      : typeof value === "number" || typeof value === "bigint"
        ? toNumber(value)
        : formatValue(column, value);
  return html`<span title="${view.shape.totals[column.name]!} of ${column.name}">${text}</span>`;
}

function toNumber(value: number | bigint): string {
  return NUMBER.format(value);
}

const NUMBER = new Intl.NumberFormat("en-US", {maximumFractionDigits: 4});

/** The places to draw: the first column stays where it is. */
function places({across: {first, end}}: TableView): number[] {
  const drawn = Array.from({length: end - first}, (_, i) => first + i);
  return first > 0 ? [0, ...drawn] : drawn;
}
