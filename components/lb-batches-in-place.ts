import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {FileAccess, Imports, InPlaceTable, KeptFile} from "../src/index.ts";
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
    `
  ];
  static override properties = {
    imports: {attribute: false},
    tables: {attribute: false},
    files: {attribute: false},
    access: {state: true},
    problem: {state: true}
  };

  declare imports: Imports;
  declare tables: readonly InPlaceTable[];
  declare files: readonly KeptFile[];
  /** Whether the file of each table can be read. */
  declare protected access: ReadonlyMap<string, FileAccess>;
  declare protected problem: string;

  constructor() {
    super();
    this.tables = [];
    this.files = [];
    this.access = new Map();
    this.problem = "";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("tables")) void this.#readAccess();
  }

  async #readAccess(): Promise<void> {
    const {imports, tables} = this;
    try {
      const access = await Promise.all(tables.map(({target}) => imports.access(target)));
      this.access = new Map(tables.map(({target}, i) => [target, access[i]!]));
    } catch (error) {
      this.problem = toMessage(error);
    }
  }

  async #allow(target: string): Promise<void> {
    this.problem = "";
    try {
      this.access = new Map(this.access).set(target, await this.imports.requestAccess(target));
    } catch (error) {
      this.problem = `${target} cannot be read: ${toMessage(error)}`;
    }
  }

  async #remove(target: string): Promise<void> {
    this.problem = "";
    try {
      await this.imports.removeInPlace(target);
    } catch (error) {
      this.problem = `${target} stays: ${toMessage(error)}`;
    }
  }

  #renderAccess({target, file}: InPlaceTable): TemplateResult {
    const kept = this.files.find(({sha256}) => sha256 === file.sha256)?.kept;
    const place = kept === "handle" ? "where it lies" : "a copy in this browser";
    switch (this.access.get(target)) {
      case undefined:
        return html`<span class="muted">${place}</span>`;
      case "granted":
        return html`${place}, can be read`;
      case "missing":
        return html`<span class="failed">cannot be read any more; import it again</span>`;
      case "prompt":
        return html`${place}
          <button aria-label="Allow reading ${target}" @click=${() => void this.#allow(target)}>
            Allow reading
          </button>`;
    }
  }

  #renderTable(table: InPlaceTable): TemplateResult {
    const {target, file, inner, at} = table;
    return html`<tr>
      <td><a href=${rawTableHref(target)}>raw.${target}</a></td>
      <td>${inner ? `${file.path} › ${inner}` : file.path}</td>
      <td>${this.#renderAccess(table)}</td>
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
