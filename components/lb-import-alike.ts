import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {AlikeRow, AlikeRows, ImportItem, ImportSession, Workspace} from "../src/index.ts";
import {formatProbability} from "./format-probability.ts";
import {formatCounted} from "./format-value.ts";
import "./lb-pager.ts";
import type {PageEvent} from "./lb-pager.ts";
import {LongWork} from "./long-work.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

/** So long nobody changes anything any more before rows are compared: counting comes first. */
const CALM_MS = 600;
/** More rows are compared only where that is asked for. */
const MAX_UNASKED = 5000;
const PAGE_ROWS = 10;

/** Which rows of an import look like ones that are there, spelled differently; it never holds the import up. */
export class LbImportAlike extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    css`
      :host {
        display: block;
      }
      summary {
        min-height: var(--lb-row);
        cursor: pointer;
      }
      table {
        width: auto;
      }
      tbody th {
        left: 0;
        text-align: right;
      }
      tr.known td {
        border-bottom: 0;
        color: var(--lb-text-muted);
      }
      .name {
        color: var(--lb-text-muted);
      }
      mark {
        color: inherit;
        background: none;
        text-decoration: underline;
        text-decoration-color: var(--lb-success);
        text-underline-offset: 2px;
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    session: {attribute: false},
    item: {attribute: false},
    found: {state: true},
    page: {state: true}
  };

  declare workspace: Workspace;
  declare session: ImportSession;
  declare item: ImportItem;
  declare protected found: AlikeRows | undefined;
  /** From 1. */
  declare protected page: number;
  readonly #work = new LongWork(this);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.page = 1;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("item")) return;
    clearTimeout(this.#timer);
    this.#work.stop();
    this.found = undefined;
    this.page = 1;
    if (this.item.rows <= MAX_UNASKED) this.#timer = setTimeout(() => void this.#find(), CALM_MS);
  }

  async #find(): Promise<void> {
    const {workspace, session, item} = this;
    await this.#work.run(
      {
        what: "Comparing with what is there",
        noun: "rows",
        failed: "The rows are not compared",
        canRetry: true
      },
      async ({signal, onProgress}) => {
        const rows = await session.rows(item.id, {signal});
        const {target, key} = item.recipe;
        const found = await workspace.duplicates.alike(`raw.${target}`, rows, {
          key,
          signal,
          onProgress
        });
        if (!signal.aborted) this.found = found;
      }
    );
  }

  #renderRow({probability, known, fresh}: AlikeRow, names: number): TemplateResult {
    return html`<tr class="known">
        <th scope="rowgroup" rowspan="2">${formatProbability(probability)}</th>
        ${known.map((value) => html`<td>${value}</td>`)}
      </tr>
      <tr>
        ${fresh.map((value, i) =>
          i < names
            ? html`<td class="name">${value}</td>`
            : html`<td>${value === known[i] ? value : html`<mark>${value || "–"}</mark>`}</td>`
        )}
      </tr>`;
  }

  #renderFound({columns, names, rows}: AlikeRows): TemplateResult {
    const {page} = this;
    if (rows.length === 0)
      return html`<p class="muted">No new row looks like one that is there.</p>`;
    return html`<details>
      <summary>
        <strong>${formatCounted(rows.length, "new row")}</strong>
        ${rows.length === 1 ? "looks like one that is there" : "look like ones that are there"}
      </summary>
      <div class="scroll" tabindex="0" role="region" aria-label="Rows that look alike">
        <table>
          <thead>
            <tr>
              <th scope="col">Likely one</th>
              ${columns.map((label) => html`<th scope="col">${label}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.slice(PAGE_ROWS * (page - 1), PAGE_ROWS * page).map((row) => this.#renderRow(row, names))}
          </tbody>
        </table>
      </div>
      ${
        rows.length > PAGE_ROWS
          ? html`<lb-pager
              noun="new rows"
              label="Pages of rows that look alike"
              .page=${page}
              .total=${rows.length}
              .size=${PAGE_ROWS}
              @lb-page=${(event: PageEvent) => (this.page = event.page)}
            ></lb-pager>`
          : nothing
      }
      <p class="muted">
        The row that is there, then the new one. Both are kept; after the import Duplicates makes
        one of them.
      </p>
    </details>`;
  }

  override render(): TemplateResult {
    const isAsked = this.item.rows > MAX_UNASKED && !this.found && !this.#work.isRunning;
    return html`${this.#work.render()}
      ${
        isAsked
          ? html`<button @click=${() => void this.#find()}>
              Look for rows that are there already
            </button>`
          : nothing
      }
      <div role="status">${this.found ? this.#renderFound(this.found) : nothing}</div>`;
  }
}

customElements.define("lb-import-alike", LbImportAlike);

declare global {
  interface HTMLElementTagNameMap {
    "lb-import-alike": LbImportAlike;
  }
}
