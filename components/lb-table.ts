import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Catalogue, Column, QueryResult, TableName, Workspace} from "../src/index.ts";
import {isAbortError} from "../src/index.ts";
import {toFilesResult, toProblemsResult, toTableViews} from "./catalogue-view.ts";
import {formatBytes, formatCount, formatCounted, formatMoment} from "./format-value.ts";
import {QueryEvent, toTableQuery} from "./row-queries.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {renderTableLink} from "./table-link.ts";
import {renderTabs, tabStyles} from "./tabs.ts";
import "./lb-failure.ts";
import "./lb-grid.ts";
import "./lb-profile.ts";

const FIRST_ROWS = 1000;

type View = "columns" | "rows" | "files" | "problems";

/**
 * One table of the lake: its columns' profile, its first rows, the files it came from, and what was wrong with them.
 *
 * @fires lb-query - somebody wants to see rows in the console (`QueryEvent`)
 * @fires lb-open-table - somebody wants to see all tables (`OpenTableEvent`)
 */
export class LbTable extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tabStyles,
    css`
      :host {
        display: block;
      }
      h2 {
        font-size: 15px;
        line-height: 22px;
        overflow-wrap: anywhere;
      }
      .bar {
        margin-bottom: var(--lb-1);
        border-bottom: 1px solid var(--lb-border);
      }
      [role="tablist"] {
        border: 0;
      }
      lb-grid {
        --lb-grid-height: var(--lb-panel-height, 340px);
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    catalogue: {attribute: false},
    name: {},
    view: {state: true},
    first: {state: true},
    failure: {state: true}
  };

  declare workspace: Workspace | undefined;
  declare catalogue: Catalogue | undefined;
  declare name: string;
  declare private view: View;
  /** The first rows; undefined until they are read. */
  declare private first: QueryResult | undefined;
  declare private failure: unknown;

  #table: TableName = {schema: "lake", name: ""};
  #columns: readonly Column[] = [];
  #reading: AbortController | undefined;

  constructor() {
    super();
    this.name = "";
    this.view = "columns";
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading?.abort();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("name") && !changed.has("catalogue")) return;
    this.#reading?.abort();
    this.first = undefined;
    this.#table = {schema: "lake", name: this.name};
    this.#columns = this.catalogue?.columns.filter(({table}) => table === this.name) ?? [];
  }

  protected override updated(): void {
    if (this.view === "rows" && !this.first && this.failure === undefined) void this.#read();
  }

  async #read(): Promise<void> {
    const {workspace} = this;
    if (!workspace || (this.#reading && !this.#reading.signal.aborted)) return;
    const reading = (this.#reading = new AbortController());
    this.failure = undefined;
    try {
      const sql = `${toTableQuery(this.#table)} limit ${FIRST_ROWS}`;
      const first = await workspace.query(sql, {signal: reading.signal});
      if (!reading.signal.aborted) this.first = first;
    } catch (error) {
      if (!isAbortError(error)) this.failure = error;
    } finally {
      if (this.#reading === reading) this.#reading = undefined;
    }
  }

  #renderRows(rows: number): TemplateResult {
    if (this.failure !== undefined)
      return html`<lb-failure
        .error=${this.failure}
        what="The rows of ${this.name} cannot be shown"
        retry
        @retry=${() => void this.#read()}
      ></lb-failure>`;
    if (!this.first) return html`<p class="muted" role="status">Reading …</p>`;
    return html`<lb-grid
      label="Rows of ${this.name}"
      .result=${this.first}
      .total=${rows}
    ></lb-grid>`;
  }

  override render(): TemplateResult | typeof nothing {
    const {catalogue, name, view} = this;
    if (!catalogue) return nothing;
    const table = toTableViews(catalogue).find((one) => one.name === name);
    if (!table)
      return html`<p>
        There is no table called ${name}. ${renderTableLink(undefined, "All tables")}
      </p>`;
    const {files, problems, rows, bytes, format, compiled} = table;
    const tabs = [
      {name: "columns", label: `Columns ${formatCount(this.#columns.length)}`},
      {name: "rows", label: `Rows ${formatCount(rows)}`},
      {name: "files", label: `Files ${formatCount(files.length)}`},
      {name: "problems", label: `Problems ${formatCount(problems.length)}`}
    ] as const;
    return html`<div class="row">
        <h2 tabindex="-1">${name}</h2>
        <span class="muted"
          >${[
            format,
            formatCounted(rows, "row"),
            formatBytes(bytes),
            compiled ? `compiled ${formatMoment(compiled)}` : ""
          ]
            .filter(Boolean)
            .join(" · ")}</span
        >
        <span class="spread row">
          ${renderTableLink(undefined, "All tables")}
          <button @click=${() => this.dispatchEvent(new QueryEvent(toTableQuery(this.#table)))}>
            Query all rows
          </button>
        </span>
      </div>
      <div class="bar">
        ${renderTabs<View>(`Views of ${name}`, tabs, view, (picked) => (this.view = picked))}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${view}">
        ${this.#renderPanel(table)}
      </div>`;
  }

  #renderPanel({files, problems, rows}: ReturnType<typeof toTableViews>[number]): TemplateResult {
    switch (this.view) {
      case "columns":
        return html`<lb-profile
          .workspace=${this.workspace}
          .table=${this.#table}
          .columns=${this.#columns}
        ></lb-profile>`;
      case "rows":
        return this.#renderRows(rows);
      case "files": {
        const parts = this.catalogue!.parts.filter(({table}) => table === this.name);
        return html`<lb-grid
          label="Files of ${this.name}"
          .result=${toFilesResult(files, {parts, problems})}
        ></lb-grid>`;
      }
      case "problems":
        return problems.length === 0
          ? html`<p class="muted">Its files were read as they stand.</p>`
          : html`<lb-grid
              label="Problems of ${this.name}"
              .result=${toProblemsResult(problems)}
            ></lb-grid>`;
    }
  }
}

customElements.define("lb-table", LbTable);

declare global {
  interface HTMLElementTagNameMap {
    "lb-table": LbTable;
  }
}
