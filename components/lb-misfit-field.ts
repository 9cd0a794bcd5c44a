import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Entry, EntryType, MisfitField, Store} from "../src/index.ts";
import {formatSample} from "./format-sample.ts";
import {formatCounted} from "./format-value.ts";
import "./lb-failure.ts";
import "./lb-misfit-fix.ts";
import "./lb-pager.ts";
import type {PageEvent} from "./lb-pager.ts";
import {entryIdHref} from "./links.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const PAGE_SIZE = 20;
const MAX_SAMPLES = 5;

/**
 * A field in which values do not fit: what is wrong in how many entries, the entries themselves a page at a time, and
 * ways to mend them.
 *
 * @fires lb-done - they were mended
 */
export class LbMisfitField extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
        padding: var(--lb-1) 0;
        border-bottom: 1px solid var(--lb-border);
      }
      .what {
        flex: 1 1 240px;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      ul {
        margin: var(--lb-1) 0;
        padding-left: var(--lb-4);
        list-style: none;
      }
      li {
        min-height: var(--lb-row);
        overflow-wrap: anywhere;
      }
      li a {
        text-decoration: underline;
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    type: {attribute: false},
    misfit: {attribute: false},
    open: {state: true},
    page: {state: true},
    entries: {state: true},
    failure: {state: true}
  };

  declare store: Store;
  declare type: EntryType;
  declare misfit: MisfitField;
  declare protected open: "" | "entries" | "fix";
  declare protected page: number;
  declare protected entries: readonly Entry[];
  declare protected failure: unknown;

  constructor() {
    super();
    this.open = "";
    this.page = 1;
    this.entries = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("misfit")) this.page = 1;
    const isOther =
      changed.has("misfit") || changed.has("open" as never) || changed.has("page" as never);
    if (this.open === "entries" && isOther) void this.#read();
  }

  async #read(): Promise<void> {
    const {misfit, page} = this;
    const ids = misfit.ids.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    try {
      const entries = await this.store.entries.getAll(ids);
      if (misfit === this.misfit && page === this.page) this.entries = entries;
    } catch (error) {
      this.failure = error;
    }
  }

  #toggle(open: "entries" | "fix"): void {
    this.open = this.open === open ? "" : open;
  }

  #renderEntries(): TemplateResult {
    const {entries, misfit, failure} = this;
    if (failure !== undefined) return html`<lb-failure .error=${failure}></lb-failure>`;
    return html`<ul>
        ${entries.map(
          ({id, title, fields}) =>
            html`<li>
              <a href=${entryIdHref(id)}>${title}</a>
              <span class="muted">${formatSample(fields[misfit.field])}</span>
            </li>`
        )}
      </ul>
      <lb-pager
        noun=${misfit.ids.length === 1 ? "entry" : "entries"}
        .page=${this.page}
        .total=${misfit.ids.length}
        .size=${PAGE_SIZE}
        @lb-page=${({page}: PageEvent) => (this.page = page)}
      ></lb-pager>`;
  }

  override render(): TemplateResult {
    const {misfit, open} = this;
    const {field, ids, reasons, samples} = misfit;
    const examples = samples.slice(0, MAX_SAMPLES).map(formatSample).join(", ");
    return html`<div class="row">
        <span class="what">
          <strong>${field}</strong> ${reasons.map(({what}) => what).join("; ")} in
          ${formatCounted(ids.length, "entry")}
          ${examples === "" ? nothing : html`<span class="muted">(${examples})</span>`}
        </span>
        <button
          type="button"
          aria-expanded=${open === "entries"}
          aria-label="Show entries whose ${field} does not fit"
          @click=${() => this.#toggle("entries")}
        >
          Show
        </button>
        <button
          type="button"
          aria-expanded=${open === "fix"}
          aria-label="Mend ${field}"
          @click=${() => this.#toggle("fix")}
        >
          Mend …
        </button>
      </div>
      ${open === "entries" ? this.#renderEntries() : nothing}
      ${
        open === "fix"
          ? html`<lb-misfit-fix
              .store=${this.store}
              .type=${this.type}
              .misfit=${misfit}
              @lb-done=${() => {
                this.open = "";
                this.dispatchEvent(new Event("lb-done"));
              }}
            ></lb-misfit-fix>`
          : nothing
      }`;
  }
}

customElements.define("lb-misfit-field", LbMisfitField);

declare global {
  interface HTMLElementTagNameMap {
    "lb-misfit-field": LbMisfitField;
  }
}
