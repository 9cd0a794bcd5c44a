import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {TableView} from "./catalogue-view.ts";
import {formatBytes, formatCount, formatMoment} from "./format-value.ts";
import "./lb-copy.ts";
import {renderTableLink} from "./table-link.ts";

const SHORT_SHA_CHARACTERS = 8;
/** Tables that are drawn at once; who has more finds them by name. */
const MAX_TABLES = 500;

/** How the list of tables is sorted. */
export interface TableOrder {
  /** The number of a column of the list. */
  readonly column: number;
  readonly isDescending: boolean;
}

/** A column of the list, and what tables are sorted by in it. */
interface ListColumn {
  readonly name: string;
  readonly isNumber: boolean;
  readonly key: (table: TableView) => string | number;
}

const COLUMNS: readonly ListColumn[] = [
  {name: "Table", isNumber: false, key: ({name}) => name.toLowerCase()},
  {name: "Rows", isNumber: true, key: ({rows}) => rows},
  {name: "Columns", isNumber: true, key: ({columns}) => columns},
  {name: "Files", isNumber: true, key: ({files}) => files.length},
  {name: "Format", isNumber: false, key: ({format}) => format},
  {name: "Size", isNumber: true, key: ({bytes}) => bytes},
  {name: "SHA-256", isNumber: false, key: ({files}) => files[0]?.sha256 ?? ""},
  {name: "Compiled", isNumber: false, key: ({compiled}) => compiled?.getTime() ?? 0},
  {name: "Problems", isNumber: true, key: ({problems}) => problems.length}
];

/** The order when a column's header is picked: numbers from the largest first, and the other way the second time. */
export function pickOrder(now: TableOrder, column: number): TableOrder {
  const isDescending = now.column === column ? !now.isDescending : COLUMNS[column]!.isNumber;
  return {column, isDescending};
}

/** The list of tables, in order; `pick` is given the column whose header is picked. */
export function renderTableList(
  tables: readonly TableView[],
  order: TableOrder,
  pick: (column: number) => void
): TemplateResult {
  const sorted = tables.toSorted(toCompare(order));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Tables">
      <table>
        <thead>
          <tr>
            ${COLUMNS.map((column, i) => renderHeader(column, i, order, pick))}
          </tr>
        </thead>
        <tbody>
          ${sorted.slice(0, MAX_TABLES).map(renderTable)}
        </tbody>
      </table>
    </div>
    ${
      sorted.length > MAX_TABLES
        ? html`<p class="muted">
            The first ${formatCount(MAX_TABLES)} of ${formatCount(sorted.length)} tables; find
            others by name.
          </p>`
        : nothing
    }`;
}

function toCompare({column, isDescending}: TableOrder): (a: TableView, b: TableView) => number {
  const {key} = COLUMNS[column]!;
  const sign = isDescending ? -1 : 1;
  return (a, b) => {
    const [x, y] = [key(a), key(b)];
    return x < y ? -sign : x > y ? sign : 0;
  };
}

function renderHeader(
  {name, isNumber}: ListColumn,
  index: number,
  {column, isDescending}: TableOrder,
  pick: (column: number) => void
): TemplateResult {
  const direction = isDescending ? "descending" : "ascending";
  return html`<th
    scope="col"
    class=${isNumber ? "number" : ""}
    aria-sort=${column === index ? direction : nothing}
  >
    <button @click=${() => pick(index)}>${name}</button>
  </th>`;
}

function renderTable(table: TableView): TemplateResult {
  const {name, rows, columns, files, format, bytes, compiled, problems} = table;
  return html`<tr>
    <th scope="row" title=${name}>${renderTableLink(name, name)}</th>
    <td class="number">${formatCount(rows)}</td>
    <td class="number">${formatCount(columns)}</td>
    <td class="number" title=${files.map(({path}) => path).join("\n")}>
      ${formatCount(files.length)}
    </td>
    <td>${format}</td>
    <td class="number" title="${formatCount(bytes)} bytes">${formatBytes(bytes)}</td>
    <td>${files.length === 1 ? renderSha(name, files[0]!.sha256) : nothing}</td>
    <td>${compiled ? formatMoment(compiled) : nothing}</td>
    <td class="number">${renderProblemCount(problems.map(({what}) => what))}</td>
  </tr>`;
}

function renderSha(name: string, sha256: string): TemplateResult {
  return html`<code title=${sha256}>${sha256.slice(0, SHORT_SHA_CHARACTERS)}</code
    ><lb-copy name="Copy the SHA-256 of ${name}" .text=${sha256}></lb-copy>`;
}

function renderProblemCount(problems: readonly string[]): TemplateResult | string {
  if (problems.length === 0) return "0";
  return html`<span class="problems" title=${problems.join("\n")}
    >⚠ ${formatCount(problems.length)}</span
  >`;
}
