import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {Catalogue, Column, TableName, Workspace} from "../src/index.ts";
import {toFilesResult, toProblemsResult, toTableViews} from "./catalogue-view.ts";
import {FirstRows} from "./first-rows.ts";
import {formatBytes, formatCount, formatCounted, formatMoment} from "./format-value.ts";
import "./lb-grid.ts";
import "./lb-profile.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {renderTableLink} from "./table-link.ts";
import {renderFirstRows, renderTablePanel, tablePanelStyles} from "./table-panel.ts";
import {tabStyles} from "./tabs.ts";

type View = "columns" | "rows" | "files" | "problems";

/**
 * One table of the lake: its columns' profile, its first rows, the files it came from, and what was wrong with them.
 *
 * @fires lb-query - somebody wants to see rows in the console (`QueryEvent`)
 * @fires lb-open-table - somebody wants to see all tables (`OpenTableEvent`)
 */
export class LbTable extends LitElement {
  static override styles = [baseStyles, controlStyles, tabStyles, tablePanelStyles];
  static override properties = {
    workspace: {attribute: false},
    catalogue: {attribute: false},
    name: {},
    view: {state: true}
  };

  declare workspace: Workspace | undefined;
  declare catalogue: Catalogue | undefined;
  declare name: string;
  declare private view: View;
  readonly #first = new FirstRows(this);
  #table: TableName = {schema: "lake", name: ""};
  #columns: readonly Column[] = [];

  constructor() {
    super();
    this.name = "";
    this.view = "columns";
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("name") && !changed.has("catalogue")) return;
    this.#first.forget();
    this.#table = {schema: "lake", name: this.name};
    this.#columns = this.catalogue?.columns.filter(({table}) => table === this.name) ?? [];
  }

  protected override updated(): void {
    const {rows, failure, isReading} = this.#first;
    if (this.view === "rows" && !rows && failure === undefined && !isReading) this.#read();
  }

  #read(): void {
    if (this.workspace) void this.#first.read(this.workspace, this.#table);
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
    return renderTablePanel<View>(
      this,
      {
        title: name,
        table: this.#table,
        facts: [
          format,
          formatCounted(rows, "row"),
          formatBytes(bytes),
          ...(compiled ? [`compiled ${formatMoment(compiled)}`] : [])
        ].filter((fact) => fact !== ""),
        tabs: [
          {name: "columns", label: `Columns ${formatCount(this.#columns.length)}`},
          {name: "rows", label: `Rows ${formatCount(rows)}`},
          {name: "files", label: `Files ${formatCount(files.length)}`},
          {name: "problems", label: `Problems ${formatCount(problems.length)}`}
        ],
        view,
        onView: (picked) => (this.view = picked)
      },
      this.#renderPanel(table)
    );
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
        return renderFirstRows(this.#first, {
          title: this.name,
          total: rows,
          onRetry: () => this.#read()
        });
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
