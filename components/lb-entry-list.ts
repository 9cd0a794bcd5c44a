import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Column, QueryResult, Value} from "../src/index.ts";
import {toValueText} from "../src/index.ts";
import {capitalize, toAxisLabel} from "./chart-label.ts";
import type {Formatter} from "./format-value.ts";
import {isNumeric, toFormatter} from "./format-value.ts";
import type {PageEvent} from "./lb-pager.ts";
import "./lb-pager.ts";
import {entryHref} from "./links.ts";
import {entryOf, textOf} from "./row-text.ts";
import {baseStyles, tableStyles} from "./styles.ts";

const INDENT_PX = 16;
const DEFAULT_SIZE = 50;
/** Columns that say what a row is and not what is in it. */
const OWN_COLUMNS = ["title", "type", "slug", "depth"];

/**
 * Rows of a result that are entries: `type`, `slug` and `title` make a link of each, `depth` (from 0) indents it, and all
 * other columns stand beside it. Pages of fifty.
 */
export class LbEntryList extends LitElement {
  static override styles = [
    baseStyles,
    tableStyles,
    css`
      :host {
        display: block;
        margin: var(--lb-2) 0 var(--lb-4);
      }
      th[scope="row"] {
        position: static;
        max-width: 480px;
        overflow: hidden;
        text-overflow: ellipsis;
        color: inherit;
        font-weight: inherit;
      }
      a {
        text-decoration: underline;
      }
      td.long {
        max-width: 420px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `
  ];
  static override properties = {
    result: {attribute: false},
    label: {},
    noun: {},
    empty: {},
    size: {type: Number},
    page: {state: true}
  };

  declare result: QueryResult;
  /** What is listed, for those who do not see the heading above. */
  declare label: string;
  /** What is listed, in the plural: "items". */
  declare noun: string;
  /** What stands there where nothing is listed. */
  declare empty: string;
  declare size: number;
  declare protected page: number;

  constructor() {
    super();
    this.label = "Entries";
    this.noun = "entries";
    this.empty = "Nothing here yet.";
    this.size = DEFAULT_SIZE;
    this.page = 1;
  }

  override render(): TemplateResult {
    const {result, size} = this;
    if (result.numRows === 0) return html`<p class="muted">${this.empty}</p>`;
    const last = Math.ceil(result.numRows / size);
    const page = Math.min(this.page, last);
    const shown = result.fields.flatMap((field, i) =>
      OWN_COLUMNS.includes(field.name) ? [] : [{field, i}]
    );
    const formatters = shown.map(({field}) => toFormatter(field, result.column(field.name)));
    const rows = Array.from(
      {length: Math.min(size, result.numRows - (page - 1) * size)},
      (_, i) => (page - 1) * size + i
    );
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.label}>
        <table>
          <thead>
            <tr>
              <th scope="col">Title</th>
              ${shown.map(({field}) => html`<th scope="col" class=${isNumeric(field) ? "number" : ""}>${capitalize(toAxisLabel(field.name))}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) =>
                html`<tr>
                  ${this.#renderTitle(result, row)}
                  ${shown.map(({field, i}, n) => renderCell(field, result.value(row, i), formatters[n]!))}
                </tr>`
            )}
          </tbody>
        </table>
      </div>
      <lb-pager
        .page=${page}
        .total=${result.numRows}
        .size=${size}
        .noun=${this.noun}
        .label=${`Pages of the list: ${this.label}`}
        @lb-page=${(event: PageEvent) => (this.page = event.page)}
      ></lb-pager>`;
  }

  #renderTitle(result: QueryResult, row: number): TemplateResult {
    const entry = entryOf(result.row(row));
    const depth = Number(textOf(result.row(row), "depth"));
    const style = depth > 0 ? `padding-left: ${8 + depth * INDENT_PX}px` : nothing;
    return html`<th scope="row" style=${style} title=${entry.title}>
      ${entry.slug === "" ? entry.title : html`<a href=${entryHref(entry)}>${entry.title}</a>`}
    </th>`;
  }
}

function renderCell(field: Column, value: Value, format: Formatter): TemplateResult {
  if (value === null) return html`<td></td>`;
  const text = Array.isArray(value)
    ? value.map((one: Value) => toValueText(one, "VARCHAR")).join(", ")
    : format(value);
  return html`<td class=${isNumeric(field) ? "number" : "long"} title=${text}>${text}</td>`;
}

customElements.define("lb-entry-list", LbEntryList);

declare global {
  interface HTMLElementTagNameMap {
    "lb-entry-list": LbEntryList;
  }
}
