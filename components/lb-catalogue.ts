import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Catalogue} from "../src/index.ts";
import type {TableView} from "./catalogue-view.ts";
import {toFilesResult, toProblemsResult, toTableViews} from "./catalogue-view.ts";
import {formatBytes, formatCount, formatMoment} from "./format-value.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";
import {renderTableLink} from "./table-link.ts";
import {renderTabs, tabStyles} from "./tabs.ts";
import "./lb-grid.ts";

const SHORT_SHA_CHARACTERS = 8;
/** Rows of the list that are drawn at once; who has more tables finds them by name. */
const MAX_TABLES = 500;

type View = "tables" | "files" | "problems";

/** A column of the list of tables, and what it is sorted by. */
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

/**
 * Everything that the compiled lake says of itself: tables, files, problems.
 *
 * @fires lb-open-table - somebody wants to see a table (`OpenTableEvent`)
 */
export class LbCatalogue extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    tabStyles,
    css`
      :host {
        display: block;
      }
      .bar {
        border-bottom: 1px solid var(--lb-border);
        margin-bottom: var(--lb-1);
      }
      [role="tablist"] {
        border: 0;
      }
      input[type="search"] {
        width: 200px;
        max-width: 100%;
      }
      .scroll {
        max-height: var(--lb-panel-height, 340px);
        overflow: auto;
      }
      thead button {
        min-height: 0;
        padding: 0;
        border: 0;
        background: none;
        font-weight: inherit;
        color: inherit;
      }
      th[aria-sort] button {
        color: var(--lb-text);
      }
      th[aria-sort="ascending"] button::after {
        content: "↑" / "";
      }
      th[aria-sort="descending"] button::after {
        content: "↓" / "";
      }
      th.number button {
        justify-content: flex-end;
      }
      thead th {
        z-index: 1;
      }
      tbody th {
        position: sticky;
        left: 0;
        max-width: 280px;
        overflow: hidden;
        text-overflow: ellipsis;
        color: var(--lb-text);
      }
      td button {
        min-height: 18px;
        padding: 0 var(--lb-1);
        font-size: var(--lb-size-small);
      }
      .problems {
        color: var(--lb-warning);
        font-weight: 600;
      }
      lb-grid {
        --lb-grid-height: var(--lb-panel-height, 340px);
      }
    `
  ];
  static override properties = {
    catalogue: {attribute: false},
    view: {state: true},
    text: {state: true},
    sort: {state: true}
  };

  declare catalogue: Catalogue | undefined;
  declare private view: View;
  declare private text: string;
  declare private sort: {readonly column: number; readonly isDescending: boolean};

  constructor() {
    super();
    this.view = "tables";
    this.text = "";
    this.sort = {column: 0, isDescending: false};
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus();
  }

  #sortBy(column: number): void {
    const isSame = this.sort.column === column;
    // numbers are asked for from the largest
    const isDescending = isSame ? !this.sort.isDescending : COLUMNS[column]!.isNumber;
    this.sort = {column, isDescending};
  }

  #matches(...texts: (string | null)[]): boolean {
    const text = this.text.trim().toLowerCase();
    return text === "" || texts.some((one) => one?.toLowerCase().includes(text));
  }

  #sorted(catalogue: Catalogue): TableView[] {
    const {key} = COLUMNS[this.sort.column]!;
    const sign = this.sort.isDescending ? -1 : 1;
    return toTableViews(catalogue)
      .filter(({name, format, files}) =>
        this.#matches(name, format, ...files.map(({path}) => path))
      )
      .sort((a, b) => {
        const [x, y] = [key(a), key(b)];
        return x < y ? -sign : x > y ? sign : 0;
      });
  }

  #renderTables(catalogue: Catalogue): TemplateResult {
    const tables = this.#sorted(catalogue);
    if (tables.length === 0)
      return html`<p class="muted">No table has this in its name or files.</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Tables">
        <table>
          <thead>
            <tr>
              ${COLUMNS.map(({name, isNumber}, i) => {
                const direction = this.sort.isDescending ? "descending" : "ascending";
                return html`<th
                  scope="col"
                  class=${isNumber ? "number" : ""}
                  aria-sort=${this.sort.column === i ? direction : nothing}
                >
                  <button @click=${() => this.#sortBy(i)}>${name}</button>
                </th>`;
              })}
            </tr>
          </thead>
          <tbody>
            ${tables.slice(0, MAX_TABLES).map((table) => this.#renderTable(table))}
          </tbody>
        </table>
      </div>
      ${
        tables.length > MAX_TABLES
          ? html`<p class="muted">
              The first ${formatCount(MAX_TABLES)} of ${formatCount(tables.length)} tables; find
              others by name.
            </p>`
          : nothing
      }`;
  }

  #renderTable({
    name,
    rows,
    columns,
    files,
    format,
    bytes,
    compiled,
    problems
  }: TableView): TemplateResult {
    return html`<tr>
      <th scope="row" title=${name}>${renderTableLink(name, name)}</th>
      <td class="number">${formatCount(rows)}</td>
      <td class="number">${formatCount(columns)}</td>
      <td class="number" title=${files.map(({path}) => path).join("\n")}>
        ${formatCount(files.length)}
      </td>
      <td>${format}</td>
      <td class="number" title="${formatCount(bytes)} bytes">${formatBytes(bytes)}</td>
      <td>${files.length === 1 ? this.#renderSha(name, files[0]!.sha256) : nothing}</td>
      <td>${compiled ? formatMoment(compiled) : nothing}</td>
      <td class="number">
        ${
          problems.length > 0
            ? html`<span class="problems" title=${problems.map(({what}) => what).join("\n")}
                >⚠ ${formatCount(problems.length)}</span
              >`
            : "0"
        }
      </td>
    </tr>`;
  }

  #renderSha(name: string, sha256: string): TemplateResult {
    return html`<code title=${sha256}>${sha256.slice(0, SHORT_SHA_CHARACTERS)}</code
      ><button
        class="quiet"
        aria-label="Copy the SHA-256 of ${name}"
        @click=${() => void navigator.clipboard.writeText(sha256)}
      >
        Copy
      </button>`;
  }

  #renderFiles(catalogue: Catalogue): TemplateResult {
    const files = catalogue.files.filter(({path, format}) => this.#matches(path, format));
    return html`<lb-grid
      label="Files"
      .result=${toFilesResult(files, catalogue)}
      .total=${catalogue.files.length}
    ></lb-grid>`;
  }

  #renderProblems({problems}: Catalogue): TemplateResult {
    if (problems.length === 0) return html`<p class="muted">Every file was read as it stands.</p>`;
    const found = problems.filter(({file, where, what}) => this.#matches(file, where, what));
    return html`<lb-grid
      label="Problems"
      .result=${toProblemsResult(found)}
      .total=${problems.length}
    ></lb-grid>`;
  }

  override render(): TemplateResult | typeof nothing {
    const {catalogue, view} = this;
    if (!catalogue) return nothing;
    const {tables, files, problems} = catalogue;
    const tabs = [
      {name: "tables", label: `Tables ${formatCount(tables.length)}`},
      {name: "files", label: `Files ${formatCount(files.length)}`},
      {name: "problems", label: `Problems ${formatCount(problems.length)}`}
    ] as const;
    return html`<div class="row bar">
        ${renderTabs<View>("The lake", tabs, view, (name) => (this.view = name))}
        <input
          class="spread"
          type="search"
          placeholder="Search"
          aria-label="Search tables, files and problems"
          .value=${this.text}
          @input=${(event: Event) => (this.text = (event.target as HTMLInputElement).value)}
        />
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${view}">
        ${
          view === "tables"
            ? this.#renderTables(catalogue)
            : view === "files"
              ? this.#renderFiles(catalogue)
              : this.#renderProblems(catalogue)
        }
      </div>`;
  }
}

customElements.define("lb-catalogue", LbCatalogue);

declare global {
  interface HTMLElementTagNameMap {
    "lb-catalogue": LbCatalogue;
  }
}
