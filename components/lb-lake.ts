import type {PropertyValues, TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {Catalogue, RawTable, Workspace} from "../src/index.ts";
import {toEnd} from "../src/index.ts";
import {findRow} from "./find-source.ts";
import {ImportFollow} from "./import-follow.ts";
import {requestImport} from "./import-request.ts";
import type {LbCatalogue} from "./lb-catalogue.ts";
import type {LbLakeRawTable} from "./lb-lake-raw-table.ts";
import type {LbTable} from "./lb-table.ts";
import {hearPage} from "./page-events.ts";
import {readPageQuery, writePageQuery} from "./page-query.ts";
import type {QueryEvent} from "./row-queries.ts";
import type {OpenTableEvent} from "./table-link.ts";
import {renderTableLink} from "./table-link.ts";
import {emptyStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";
import "./lb-catalogue.ts";
import "./lb-console.ts";
import "./lb-failure.ts";
import "./lb-lake-raw-table.ts";
import "./lb-lake-raw.ts";
import "./lb-table-list.ts";
import "./lb-table.ts";

/** What stands before the names of imported tables, in SQL and in the page's address. */
const RAW = "raw.";
const SKELETON_LINES = 6;
const EXAMPLE = `select city, sum(nights) as nights
from (values ('Bergen', 3), ('Porto', 5), ('Bergen', 2), ('Graz', 4)) as trips(city, nights)
group by city
order by nights desc`;

/** The lake page: its tables, the one that is looked at, and the console below. `?table=` in the address says which one. */
export class LbLake extends WorkspaceElement {
  static override styles = [
    ...WorkspaceElement.styles,
    emptyStyles,
    css`
      :host {
        display: block;
        --lb-panel-height: max(200px, 34vh);
      }
      .page {
        display: grid;
        grid-template-columns: 200px minmax(0, 1fr);
        gap: var(--lb-4);
      }
      lb-table-list {
        position: sticky;
        top: calc(var(--lb-strip) + var(--lb-3));
        align-self: start;
      }
      .main {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--lb-3);
        min-width: 0;
      }
      .console {
        padding-top: var(--lb-2);
        border-top: 1px solid var(--lb-border);
        scroll-margin-top: calc(var(--lb-strip) + var(--lb-2));
      }
      .skeleton i {
        display: block;
        height: 12px;
        margin: 12px 0;
        border-radius: var(--lb-radius);
        background: var(--lb-bg-hover);
      }
      @media (max-width: 899.9px) {
        .page {
          grid-template-columns: minmax(0, 1fr);
        }
        lb-table-list {
          display: none;
        }
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    table: {state: true},
    catalogue: {state: true},
    lakeFailure: {state: true},
    rowFailure: {state: true}
  };

  /** The table that is looked at; undefined: all of them. */
  declare private table: string | undefined;
  declare private catalogue: Catalogue | undefined;
  declare private lakeFailure: unknown;
  declare private rowFailure: unknown;
  readonly #imports = new ImportFollow(this);

  constructor() {
    super();
    this.table = readPageQuery("table");
    hearPage(this, window, "popstate", () => (this.table = readPageQuery("table")));
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("workspace") || !this.workspace) return;
    void this.#read(this.workspace);
    // where nothing can be kept, nothing was imported; the import page says why
    if (this.workspace.storeFailure === undefined) this.#imports.follow(this.workspace.imports);
    void this.#askRow(this.workspace);
  }

  /** The row that the address names; what it is asked by stands in the address from then on. */
  async #askRow(workspace: Workspace): Promise<void> {
    const row = toEnd(readPageQuery("row") ?? "");
    if (row?.kind !== "row") return;
    try {
      const place = await findRow(workspace, {...row, file: ""});
      writePageQuery({row: undefined});
      if (place.state === "there") this.#ask(place.sql);
    } catch (error) {
      this.rowFailure = error;
    }
  }

  async #read(workspace: Workspace): Promise<void> {
    this.lakeFailure = undefined;
    try {
      this.catalogue = await workspace.catalogue();
    } catch (error) {
      this.lakeFailure = error;
    }
  }

  readonly #openTable = ({table}: OpenTableEvent): void => {
    this.table = table;
    writePageQuery({table}, {push: true});
    void this.#keepFocus();
  };

  /** What was clicked may be gone with what it was in; the focus then goes to what came instead. */
  async #keepFocus(): Promise<void> {
    await this.updateComplete;
    const shown = this.renderRoot.querySelector<LbTable | LbLakeRawTable | LbCatalogue>(
      "lb-table, lb-lake-raw-table, lb-catalogue"
    );
    await shown?.updateComplete;
    if ((this.renderRoot as ShadowRoot).activeElement === null) shown?.focus();
  }

  #ask(sql: string): void {
    const console = this.renderRoot.querySelector("lb-console")!;
    console.load(sql, {run: true});
    this.renderRoot.querySelector(".console")!.scrollIntoView({block: "nearest"});
  }

  #renderLake(workspace: Workspace): TemplateResult {
    const {catalogue, table, lakeFailure} = this;
    if (table?.startsWith(RAW)) return this.#renderRaw(workspace, table);
    if (lakeFailure !== undefined)
      return html`<lb-failure
        .error=${lakeFailure}
        what="The lake cannot be read"
        retry
        @retry=${() => void this.#read(workspace)}
      ></lb-failure>`;
    if (!catalogue)
      return html`<div class="skeleton" role="status" aria-label="Opening the lake">
        ${Array.from(
          {length: this.waiting ? SKELETON_LINES : 0},
          (_, i) => html`<i style="width:${90 - ((i * 17) % 40)}%"></i>`
        )}
      </div>`;
    const isEmpty = catalogue.tables.length + catalogue.files.length === 0;
    if (isEmpty && this.#raw.length === 0) return this.#renderEmpty();
    if (isEmpty && table === undefined)
      return html`<lb-lake-raw .tables=${this.#raw}></lb-lake-raw>
        <div class="row">
          <button @click=${() => requestImport("start")}>Import files</button>
          <span class="muted">No file lies in <code>data/raw</code>.</span>
        </div>`;
    return table === undefined
      ? html`${
            this.#raw.length > 0 ? html`<lb-lake-raw .tables=${this.#raw}></lb-lake-raw>` : nothing
          } <lb-catalogue .catalogue=${catalogue}></lb-catalogue>`
      : html`<lb-table .workspace=${workspace} .catalogue=${catalogue} .name=${table}></lb-table>`;
  }

  /** The tables that were imported in this browser. */
  get #raw(): readonly RawTable[] {
    return this.#imports.lists?.tables ?? [];
  }

  #renderRaw(workspace: Workspace, path: string): TemplateResult {
    const table = this.#raw.find(({name}) => `${RAW}${name}` === path);
    if (table)
      return html`<lb-lake-raw-table .workspace=${workspace} .table=${table}></lb-lake-raw-table>`;
    if (!this.#imports.lists && workspace.storeFailure === undefined)
      return html`<p class="muted" role="status">Reading …</p>`;
    return html`<p>
      There is no table called ${path}; its batches may be rolled back.
      ${renderTableLink(undefined, "All tables")} · <a href="./batches.html">Batches</a>
    </p>`;
  }

  #renderEmpty(): TemplateResult {
    return html`<div class="empty">
      <p>The lake turns your files into tables that SQL can ask.</p>
      <p>
        Drop files (CSV, JSON, Parquet, XLSX, Markdown and others) on this page, or put them into
        <code>data/raw</code> and run <code>npm start</code>. Until then the console below works
        without any.
      </p>
      <div class="row">
        <button class="primary" @click=${() => requestImport("start")}>Import files</button>
        <button @click=${() => this.#ask(EXAMPLE)}>Run an example</button>
      </div>
    </div>`;
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const raw = this.#raw.map(({name, rows}) => ({name: `${RAW}${name}`, rows}));
    const tables = [...raw, ...(this.catalogue?.tables ?? [])];
    return html`<h1 class="visually-hidden">Lake</h1>
      <div class="page" @lb-open-table=${this.#openTable}>
        <lb-table-list .tables=${tables} .current=${this.table}></lb-table-list>
        <div class="main">
          <div @lb-query=${({sql}: QueryEvent) => this.#ask(sql)}>
            ${
              this.rowFailure === undefined
                ? nothing
                : html`<lb-failure
                    what="The row cannot be read"
                    .error=${this.rowFailure}
                  ></lb-failure>`
            }
            ${this.#renderLake(workspace)}
          </div>
          <section class="console" aria-label="SQL console">
            <lb-console .workspace=${workspace}></lb-console>
          </section>
        </div>
      </div>`;
  }
}

customElements.define("lb-lake", LbLake);

declare global {
  interface HTMLElementTagNameMap {
    "lb-lake": LbLake;
  }
}
