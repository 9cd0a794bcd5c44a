import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {FileAccess, RawTable, TableName, Workspace} from "../src/index.ts";
import {FirstRows} from "./first-rows.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import "./lb-profile.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {renderFirstRows, renderTablePanel, tablePanelStyles} from "./table-panel.ts";
import {tabStyles} from "./tabs.ts";

type View = "columns" | "rows" | "files";

/**
 * One table that was imported in this browser: its columns' profile, its first rows, the files it is made of.
 *
 * @fires lb-query - somebody wants to see rows in the console (`QueryEvent`)
 * @fires lb-open-table - somebody wants to see all tables (`OpenTableEvent`)
 */
export class LbLakeRawTable extends LitElement {
  static override styles = [baseStyles, controlStyles, tabStyles, tablePanelStyles];
  static override properties = {
    workspace: {attribute: false},
    table: {attribute: false},
    view: {state: true},
    access: {state: true}
  };

  declare workspace: Workspace;
  declare table: RawTable;
  declare protected view: View;
  declare protected access: FileAccess | undefined;
  readonly #first = new FirstRows(this);

  constructor() {
    super();
    this.view = "columns";
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("table")) void this.#read();
  }

  get #name(): TableName {
    return {schema: "raw", name: this.table.name};
  }

  async #read(): Promise<void> {
    const {workspace, table} = this;
    this.access = undefined;
    await this.#first.read(workspace, this.#name);
    if (this.#first.failure !== undefined && table.kind === "in-place")
      await this.#ask(() => workspace.imports.access(table.name));
  }

  async #allow(): Promise<void> {
    await this.#ask(() => this.workspace.imports.requestAccess(this.table.name));
    if (this.access === "granted") await this.#read();
  }

  async #ask(ask: () => Promise<FileAccess>): Promise<void> {
    try {
      this.access = await ask();
    } catch (error) {
      this.#first.failure = error;
      this.requestUpdate();
    }
  }

  #renderPanel({name, files, rows: total}: RawTable): TemplateResult {
    const {rows, failure} = this.#first;
    if (this.view === "files")
      return html`<ul>
        ${files.map(({path, sha256}) => html`<li>${path} <code>${sha256.slice(0, 8)}</code></li>`)}
      </ul>`;
    if (this.view === "columns" && rows && failure === undefined)
      return html`<lb-profile
        .workspace=${this.workspace}
        .table=${this.#name}
        .columns=${rows.fields}
      ></lb-profile>`;
    return html`${renderFirstRows(this.#first, {
      title: `raw.${name}`,
      total: total ?? undefined,
      onRetry: () => void this.#read()
    })}
    ${
      this.access === "prompt"
        ? html`<button @click=${() => void this.#allow()}>Allow reading the file</button>`
        : nothing
    }`;
  }

  override render(): TemplateResult {
    const {table, view} = this;
    const {name, kind, rows, files, batches} = table;
    const facts = [
      kind === "in-place" ? "in place" : "imported",
      rows !== null && formatCounted(rows, "row"),
      formatCounted(files.length, "file"),
      kind === "import" && (batches === 1 ? "1 batch" : `${formatCount(batches)} batches`)
    ].filter((fact) => fact !== false);
    const columns = this.#first.rows?.fields.length;
    return renderTablePanel<View>(
      this,
      {
        title: `raw.${name}`,
        table: this.#name,
        facts,
        links: html`<a href="./batches.html">Batches</a>`,
        tabs: [
          {name: "columns", label: `Columns ${columns ? formatCount(columns) : ""}`.trim()},
          {name: "rows", label: `Rows ${rows === null ? "" : formatCount(rows)}`.trim()},
          {name: "files", label: `Files ${formatCount(files.length)}`}
        ],
        view,
        onView: (picked) => (this.view = picked)
      },
      this.#renderPanel(table)
    );
  }
}

customElements.define("lb-lake-raw-table", LbLakeRawTable);

declare global {
  interface HTMLElementTagNameMap {
    "lb-lake-raw-table": LbLakeRawTable;
  }
}
