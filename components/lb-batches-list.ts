import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Batch} from "../src/index.ts";
import {formatAgo} from "./format-ago.ts";
import {formatCount, formatMoment} from "./format-value.ts";
import "./lb-pager.ts";
import type {PageEvent} from "./lb-pager.ts";
import {batchHref, rawTableHref} from "./links.ts";
import {isPlainClick} from "./plain-click.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

const PAGE_BATCHES = 50;

/** Somebody wants to look at a batch. */
export class OpenBatchEvent extends Event {
  readonly batch: string;

  constructor(batch: string) {
    super("lb-open-batch");
    this.batch = batch;
  }
}

/**
 * Batches, newest first: when, what file, into which table, and how many rows were new, changed, the same, refused.
 *
 * @fires lb-open-batch - somebody wants to look at a batch
 */
export class LbBatchesList extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    css`
      :host {
        display: block;
      }
      td:nth-child(2) {
        max-width: 360px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      tr.back td:not(:last-child) {
        color: var(--lb-text-faint);
      }
      input {
        width: 200px;
        max-width: 100%;
        margin-bottom: var(--lb-1);
      }
    `
  ];
  static override properties = {
    batches: {attribute: false},
    page: {state: true},
    text: {state: true}
  };

  declare batches: readonly Batch[];
  declare protected page: number;
  declare protected text: string;

  constructor() {
    super();
    this.batches = [];
    this.page = 1;
    this.text = "";
  }

  #open(event: MouseEvent, batch: string): void {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    this.dispatchEvent(new OpenBatchEvent(batch));
  }

  #renderBatch({id, at, file, inner, target, counts, rolledBack}: Batch): TemplateResult {
    const name = inner ? `${file.path} › ${inner}` : file.path;
    const numbers = [counts.added, counts.changed, counts.unchanged, counts.refused];
    return html`<tr class=${rolledBack === null ? "" : "back"}>
      <td>
        <a
          href=${batchHref(id)}
          title=${formatMoment(new Date(at))}
          @click=${(event: MouseEvent) => this.#open(event, id)}
          >${formatAgo(at)}</a
        >
      </td>
      <td title=${name}>${name}</td>
      <td><a href=${rawTableHref(target)}>raw.${target}</a></td>
      ${numbers.map((count) => html`<td class="number">${formatCount(count)}</td>`)}
      <td>${rolledBack === null ? "in use" : `rolled back ${formatAgo(rolledBack)}`}</td>
    </tr>`;
  }

  override render(): TemplateResult {
    const {page, text} = this;
    const wanted = text.trim().toLowerCase();
    const batches = this.batches.filter(({file, target}) =>
      `${file.path} ${target}`.toLowerCase().includes(wanted)
    );
    const first = (page - 1) * PAGE_BATCHES;
    return html`<input
        type="search"
        placeholder="Search"
        aria-label="Search batches by file or table"
        .value=${text}
        @input=${(event: Event) => {
          this.text = (event.target as HTMLInputElement).value;
          this.page = 1;
        }}
      />
      <div class="scroll" tabindex="0" role="region" aria-label="Batches">
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">File</th>
              <th scope="col">Table</th>
              <th scope="col" class="number">New</th>
              <th scope="col" class="number">Changed</th>
              <th scope="col" class="number">Same</th>
              <th scope="col" class="number">Refused</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            ${batches.slice(first, first + PAGE_BATCHES).map((batch) => this.#renderBatch(batch))}
          </tbody>
        </table>
      </div>
      ${
        batches.length === 0
          ? html`<p class="muted">No batch has this in its file or table.</p>`
          : nothing
      }
      <lb-pager
        .page=${page}
        .total=${batches.length}
        .size=${PAGE_BATCHES}
        noun=${batches.length === 1 ? "batch" : "batches"}
        @lb-page=${(event: PageEvent) => (this.page = event.page)}
      ></lb-pager>`;
  }
}

customElements.define("lb-batches-list", LbBatchesList);

declare global {
  interface HTMLElementTagNameMap {
    "lb-batches-list": LbBatchesList;
  }
}
