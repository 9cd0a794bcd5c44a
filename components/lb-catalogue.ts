import type {TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {Catalogue} from "../src/index.ts";
import {catalogueStyles} from "./catalogue-styles.ts";
import type {TableOrder} from "./catalogue-table.ts";
import {pickOrder, renderTableList} from "./catalogue-table.ts";
import {toFilesResult, toProblemsResult, toRejectsResult, toTableViews} from "./catalogue-view.ts";
import {formatCount} from "./format-value.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";
import {renderTabs, tabStyles} from "./tabs.ts";
import {requestImport} from "./import-request.ts";
import "./lb-grid.ts";

type View = "tables" | "files" | "problems" | "rejects";

/**
 * Everything that the compiled lake says of itself: tables, files, problems, refused rows.
 *
 * @fires lb-open-table - somebody wants to see a table (`OpenTableEvent`)
 */
export class LbCatalogue extends LitElement {
  static override styles = [baseStyles, controlStyles, tableStyles, tabStyles, catalogueStyles];
  static override properties = {
    catalogue: {attribute: false},
    view: {state: true},
    text: {state: true},
    order: {state: true}
  };

  declare catalogue: Catalogue | undefined;
  declare private view: View;
  declare private text: string;
  declare private order: TableOrder;

  constructor() {
    super();
    this.view = "tables";
    this.text = "";
    this.order = {column: 0, isDescending: false};
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus();
  }

  #matches(...texts: (string | null)[]): boolean {
    const text = this.text.trim().toLowerCase();
    return text === "" || texts.some((one) => one?.toLowerCase().includes(text));
  }

  #renderTables(catalogue: Catalogue): TemplateResult {
    const tables = toTableViews(catalogue).filter(({name, format, files}) =>
      this.#matches(name, format, ...files.map(({path}) => path))
    );
    if (tables.length === 0)
      return html`<p class="muted">No table has this in its name or files.</p>`;
    return renderTableList(
      tables,
      this.order,
      (column) => (this.order = pickOrder(this.order, column))
    );
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

  #renderRejects({rejects}: Catalogue): TemplateResult {
    if (rejects.length === 0) return html`<p class="muted">No row was refused.</p>`;
    const found = rejects.filter(({file, where, what, text}) =>
      this.#matches(file, where, what, text)
    );
    return html`<lb-grid
      label="Refused rows"
      .result=${toRejectsResult(found)}
      .total=${rejects.length}
    ></lb-grid>`;
  }

  #renderView(catalogue: Catalogue): TemplateResult {
    switch (this.view) {
      case "tables":
        return this.#renderTables(catalogue);
      case "files":
        return this.#renderFiles(catalogue);
      case "problems":
        return this.#renderProblems(catalogue);
      case "rejects":
        return this.#renderRejects(catalogue);
    }
  }

  override render(): TemplateResult | typeof nothing {
    const {catalogue, view} = this;
    if (!catalogue) return nothing;
    const {tables, files, problems, rejects} = catalogue;
    const tabs = [
      {name: "tables", label: `Tables ${formatCount(tables.length)}`},
      {name: "files", label: `Files ${formatCount(files.length)}`},
      {name: "problems", label: `Problems ${formatCount(problems.length)}`},
      {name: "rejects", label: `Refused ${formatCount(rejects.length)}`}
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
        <button @click=${() => requestImport("start")}>Import files</button>
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${view}">
        ${this.#renderView(catalogue)}
      </div>`;
  }
}

customElements.define("lb-catalogue", LbCatalogue);

declare global {
  interface HTMLElementTagNameMap {
    "lb-catalogue": LbCatalogue;
  }
}
