import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Imports, InPlaceTable, KeptFile} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import {formatAgo} from "./format-ago.ts";
import {rawTableHref} from "./links.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

/** Tables that are read where their file lies; they can be let go, the file stays as it is. */
export class LbBatchesInPlace extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    css`
      :host {
        display: block;
      }
      .scroll {
        overflow-x: auto;
      }
      td button {
        min-height: 20px;
      }
      .failed {
        color: var(--lb-danger);
        overflow-wrap: anywhere;
      }
    `
  ];
  static override properties = {
    imports: {attribute: false},
    tables: {attribute: false},
    files: {attribute: false},
    problem: {state: true}
  };

  declare imports: Imports;
  declare tables: readonly InPlaceTable[];
  declare files: readonly KeptFile[];
  declare protected problem: string;

  constructor() {
    super();
    this.tables = [];
    this.files = [];
    this.problem = "";
  }

  async #remove(target: string): Promise<void> {
    this.problem = "";
    try {
      await this.imports.removeInPlace(target);
    } catch (error) {
      this.problem = `${target} stays: ${toMessage(error)}`;
    }
  }

  #describePlace({file}: InPlaceTable): string {
    const kept = this.files.find(({sha256}) => sha256 === file.sha256)?.kept;
    if (kept === "handle") return "where it is; the browser may ask whether it may be read";
    return kept === "copy" ? "a copy in this browser" : "not there any more";
  }

  #renderTable(table: InPlaceTable): TemplateResult {
    const {target, file, inner, at} = table;
    return html`<tr>
      <td><a href=${rawTableHref(target)}>${target}</a></td>
      <td>${inner ? `${file.path} › ${inner}` : file.path}</td>
      <td>${this.#describePlace(table)}</td>
      <td>${formatAgo(at)}</td>
      <td>
        <button
          class="quiet"
          aria-label="Let go of ${target}"
          @click=${() => void this.#remove(target)}
        >
          Let go
        </button>
      </td>
    </tr>`;
  }

  override render(): TemplateResult {
    const {tables, problem} = this;
    if (tables.length === 0)
      return html`<p class="muted">
        No table is queried in place. Choose “Query in place” when importing, and the rows stay in
        their file.
      </p>`;
    return html`${problem ? html`<p class="failed" role="alert">${problem}</p>` : nothing}
      <div class="scroll" tabindex="0" role="region" aria-label="Tables in place">
        <table>
          <thead>
            <tr>
              <th scope="col">Table</th>
              <th scope="col">File</th>
              <th scope="col">Read from</th>
              <th scope="col">Since</th>
              <th scope="col"><span class="visually-hidden">Let go</span></th>
            </tr>
          </thead>
          <tbody>
            ${tables.map((table) => this.#renderTable(table))}
          </tbody>
        </table>
      </div>`;
  }
}

customElements.define("lb-batches-in-place", LbBatchesInPlace);

declare global {
  interface HTMLElementTagNameMap {
    "lb-batches-in-place": LbBatchesInPlace;
  }
}
