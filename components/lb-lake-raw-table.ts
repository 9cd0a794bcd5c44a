import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {FileAccess, QueryResult, RawTable, TableName, Workspace} from "../src/index.ts";
import {isAbortError} from "../src/index.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import "./lb-failure.ts";
import "./lb-grid.ts";
import "./lb-profile.ts";
import {QueryEvent, toTableQuery} from "./row-queries.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {renderTableLink} from "./table-link.ts";
import {renderTabs, tabStyles} from "./tabs.ts";

const FIRST_ROWS = 1000;

type View = "columns" | "rows" | "files";

/**
 * One table that was imported in this browser: its columns' profile, its first rows, the files it is made of.
 *
 * @fires lb-query - somebody wants to see rows in the console (`QueryEvent`)
 * @fires lb-open-table - somebody wants to see all tables (`OpenTableEvent`)
 */
export class LbLakeRawTable extends LitElement {
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
    table: {attribute: false},
    view: {state: true},
    first: {state: true},
    access: {state: true},
    failure: {state: true}
  };

  declare workspace: Workspace;
  declare table: RawTable;
  declare protected view: View;
  /** The first rows; undefined until they are read. */
  declare protected first: QueryResult | undefined;
  declare protected access: FileAccess | undefined;
  declare protected failure: unknown;
  #reading: AbortController | undefined;

  constructor() {
    super();
    this.view = "columns";
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("table")) void this.#read();
  }

  get #name(): TableName {
    return {schema: "raw", name: this.table.name};
  }

  async #read(): Promise<void> {
    const {workspace, table} = this;
    this.#reading?.abort();
    const reading = (this.#reading = new AbortController());
    this.failure = this.access = undefined;
    try {
      const sql = `${toTableQuery(this.#name)} limit ${FIRST_ROWS}`;
      const first = await workspace.query(sql, {signal: reading.signal});
      if (!reading.signal.aborted) this.first = first;
    } catch (error) {
      if (isAbortError(error) || reading.signal.aborted) return;
      this.failure = error;
      if (table.kind === "in-place") this.access = await workspace.imports.access(table.name);
    }
  }

  async #allow(): Promise<void> {
    try {
      this.access = await this.workspace.imports.requestAccess(this.table.name);
      if (this.access === "granted") await this.#read();
    } catch (error) {
      this.failure = error;
    }
  }

  #renderFailure(): TemplateResult {
    return html`<lb-failure
        .error=${this.failure}
        what="The rows of raw.${this.table.name} cannot be shown"
        retry
        @retry=${() => void this.#read()}
      ></lb-failure>
      ${
        this.access === "prompt"
          ? html`<button @click=${() => void this.#allow()}>Allow reading the file</button>`
          : nothing
      }`;
  }

  #renderPanel({files}: RawTable): TemplateResult {
    const {first} = this;
    if (this.view === "files")
      return html`<ul>
        ${files.map(({path, sha256}) => html`<li>${path} <code>${sha256.slice(0, 8)}</code></li>`)}
      </ul>`;
    if (this.failure !== undefined) return this.#renderFailure();
    if (!first) return html`<p class="muted" role="status">Reading …</p>`;
    if (this.view === "rows")
      return html`<lb-grid
        label="Rows of raw.${this.table.name}"
        .result=${first}
        .total=${this.table.rows ?? undefined}
      ></lb-grid>`;
    return html`<lb-profile
      .workspace=${this.workspace}
      .table=${this.#name}
      .columns=${first.fields}
    ></lb-profile>`;
  }

  override render(): TemplateResult {
    const {table, view, first} = this;
    const {name, kind, rows, files, batches} = table;
    const facts = [
      kind === "in-place" ? "in place" : "imported",
      rows !== null && formatCounted(rows, "row"),
      formatCounted(files.length, "file"),
      kind === "import" && (batches === 1 ? "1 batch" : `${formatCount(batches)} batches`)
    ].filter((fact) => fact !== false);
    const tabs = [
      {name: "columns", label: `Columns ${first ? formatCount(first.fields.length) : ""}`.trim()},
      {name: "rows", label: `Rows ${rows === null ? "" : formatCount(rows)}`.trim()},
      {name: "files", label: `Files ${formatCount(files.length)}`}
    ] as const;
    return html`<div class="row">
        <h2 tabindex="-1">raw.${name}</h2>
        <span class="muted">${facts.join(" · ")}</span>
        <span class="spread row">
          <a href="./batches.html">Batches</a>
          ${renderTableLink(undefined, "All tables")}
          <button @click=${() => this.dispatchEvent(new QueryEvent(toTableQuery(this.#name)))}>
            Query all rows
          </button>
        </span>
      </div>
      <div class="bar">
        ${renderTabs<View>(`Views of raw.${name}`, tabs, view, (picked) => (this.view = picked))}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${view}">
        ${this.#renderPanel(table)}
      </div>`;
  }
}

customElements.define("lb-lake-raw-table", LbLakeRawTable);

declare global {
  interface HTMLElementTagNameMap {
    "lb-lake-raw-table": LbLakeRawTable;
  }
}
