import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {RawTable} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import "./lb-pager.ts";
import type {PageEvent} from "./lb-pager.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";
import {renderTableLink} from "./table-link.ts";

const PAGE_TABLES = 50;

/**
 * The tables that were imported in this browser, beside those of the compiled lake.
 *
 * @fires lb-open-table - somebody wants to see a table (`OpenTableEvent`)
 */
export class LbLakeRaw extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    css`
      :host {
        display: block;
        margin-bottom: var(--lb-4);
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--lb-3);
        min-height: var(--lb-control);
      }
      .scroll {
        max-height: var(--lb-panel-height, 340px);
        overflow: auto;
      }
    `
  ];
  static override properties = {tables: {attribute: false}, page: {state: true}};

  declare tables: readonly RawTable[];
  declare protected page: number;

  constructor() {
    super();
    this.tables = [];
    this.page = 1;
  }

  #renderTable({name, kind, rows, columns, files, batches}: RawTable): TemplateResult {
    const [first] = files;
    return html`<tr>
      <td>${renderTableLink(`raw.${name}`, `raw.${name}`)}</td>
      <td>${kind === "in-place" ? "in place" : "imported"}</td>
      <td class="number">${rows === null ? "" : formatCount(rows)}</td>
      <td class="number">${columns.length === 0 ? "" : formatCount(columns.length)}</td>
      <td class="number" title=${files.map(({path}) => path).join("\n")}>
        ${files.length === 1 ? first!.path : formatCount(files.length)}
      </td>
      <td class="number">${kind === "in-place" ? "" : formatCount(batches)}</td>
    </tr>`;
  }

  override render(): TemplateResult {
    const {tables, page} = this;
    const first = (page - 1) * PAGE_TABLES;
    return html`<header>
        <h2>Imported here</h2>
        <a href="./batches.html">Batches</a>
      </header>
      <div class="scroll" tabindex="0" role="region" aria-label="Imported tables">
        <table>
          <thead>
            <tr>
              <th scope="col">Table</th>
              <th scope="col">How</th>
              <th scope="col" class="number">Rows</th>
              <th scope="col" class="number">Columns</th>
              <th scope="col" class="number">Files</th>
              <th scope="col" class="number">Batches</th>
            </tr>
          </thead>
          <tbody>
            ${tables.slice(first, first + PAGE_TABLES).map((table) => this.#renderTable(table))}
          </tbody>
        </table>
      </div>
      ${
        tables.length > PAGE_TABLES
          ? html`<lb-pager
              .page=${page}
              .total=${tables.length}
              .size=${PAGE_TABLES}
              noun="tables"
              @lb-page=${(event: PageEvent) => (this.page = event.page)}
            ></lb-pager>`
          : ""
      }`;
  }
}

customElements.define("lb-lake-raw", LbLakeRaw);

declare global {
  interface HTMLElementTagNameMap {
    "lb-lake-raw": LbLakeRaw;
  }
}
