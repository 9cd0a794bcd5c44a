import type {TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {Catalogue} from "../src/index.ts";
import {catalogueStyles} from "./catalogue-styles.ts";
import type {TableOrder} from "./catalogue-table.ts";
import {pickOrder, renderTableList} from "./catalogue-table.ts";
import {toFilesResult, toProblemsResult, toTableViews} from "./catalogue-view.ts";
import {formatCount} from "./format-value.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";
import {renderTabs, tabStyles} from "./tabs.ts";
import "./lb-grid.ts";

type View = "tables" | "files" | "problems";

/**
 * Everything that the compiled lake says of itself: tables, files, problems.
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
