import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {QueryResult, SearchHit, Workspace} from "../src/index.ts";
import type {ChosenGroup} from "./chosen-hits.ts";
import {toChosenGroups} from "./chosen-hits.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import type {RowTables} from "./hit-links.ts";
import "./lb-keep-dialog.ts";
import {queryHref} from "./links.ts";
import {LongWork} from "./long-work.ts";
import {SelectEvent} from "./select-event.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/**
 * What can be done with hits that are chosen: kept as entries, opened as SQL.
 *
 * @fires lb-select - with nothing, where the choice is given up or was kept
 */
export class LbSearchChosen extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-1);
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    tables: {attribute: false},
    hits: {attribute: false},
    rows: {state: true}
  };

  declare workspace: Workspace;
  declare tables: RowTables | undefined;
  declare hits: readonly SearchHit[];
  /** The rows that are being kept. */
  declare protected rows: QueryResult | undefined;
  readonly #work = new LongWork(this);

  constructor() {
    super();
    this.hits = [];
  }

  #keep({sql, from}: ChosenGroup): void {
    const words = {what: "Reading rows", failed: `The rows of ${from} cannot be read`};
    void this.#work.run(words, async ({signal}) => {
      this.rows = await this.workspace.query(sql, {signal});
      await this.updateComplete;
      await this.renderRoot.querySelector("lb-keep-dialog")!.open();
    });
  }

  #clear(): void {
    this.dispatchEvent(new SelectEvent(new Set()));
  }

  #renderGroup(group: ChosenGroup): TemplateResult {
    const {from, count, areRows, sql} = group;
    return html`<span>${formatCounted(count, areRows ? "row" : "entry")} of ${from}</span>
      ${
        areRows && !this.workspace.storeFailure
          ? html`<button @click=${() => this.#keep(group)}>
              Keep as ${count === 1 ? "an entry" : "entries"} …
            </button>`
          : nothing
      }
      <a class="button" href=${queryHref(sql)}>Open as SQL</a>`;
  }

  override render(): TemplateResult | typeof nothing {
    const {hits, tables, rows, workspace} = this;
    if (hits.length === 0) return nothing;
    const groups = toChosenGroups(hits, tables);
    const rest = hits.length - groups.reduce((sum, {count}) => sum + count, 0);
    return html`<div class="row" role="group" aria-label="Chosen hits">
        <strong>${formatCount(hits.length)} chosen</strong>
        ${groups.map((group) => this.#renderGroup(group))}
        ${
          rest > 0
            ? html`<span class="muted">${formatCounted(rest, "row")} no longer there</span>`
            : nothing
        }
        <button class="quiet" @click=${() => this.#clear()}>Clear</button>
      </div>
      ${this.#work.render()}
      ${
        rows
          ? html`<lb-keep-dialog
              .workspace=${workspace}
              .result=${rows}
              .rows=${Array.from({length: rows.numRows}, (_, i) => i)}
              @lb-kept=${() => this.#clear()}
            ></lb-keep-dialog>`
          : nothing
      }`;
  }
}

customElements.define("lb-search-chosen", LbSearchChosen);

declare global {
  interface HTMLElementTagNameMap {
    "lb-search-chosen": LbSearchChosen;
  }
}
