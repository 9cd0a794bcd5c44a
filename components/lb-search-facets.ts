import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Facet} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import {chooseClause, hasClause} from "./search-clauses.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Values that are shown until somebody asks for more. */
const FIRST_VALUES = 6;
const LABELS: Readonly<Record<string, string>> = {
  kind: "Kind",
  type: "Type",
  in: "In",
  tag: "Tag",
  year: "Year"
};

/** Somebody wants another query. */
export class AskEvent extends Event {
  readonly text: string;

  constructor(text: string) {
    super("lb-ask");
    this.text = text;
  }
}

/**
 * What the hits of a query have, with counts. Each value is a switch that writes itself into the query, in the place of
 * the one of its facet that was chosen before.
 *
 * @fires lb-ask - with the query as it shall be
 */
export class LbSearchFacets extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-3);
        align-content: start;
      }
      h2 {
        color: var(--lb-text-muted);
        font-weight: 500;
      }
      button {
        box-sizing: border-box;
        width: 100%;
        justify-content: space-between;
        min-height: var(--lb-row);
        padding: 0 var(--lb-1);
      }
      button[aria-pressed="true"] {
        background: var(--lb-bg-selected);
        font-weight: 600;
      }
      .value {
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `
  ];
  static override properties = {
    facets: {attribute: false},
    text: {},
    open: {state: true}
  };

  declare facets: readonly Facet[];
  /** The query. */
  declare text: string;
  /** The facets of which all values are shown. */
  declare protected open: ReadonlySet<string>;

  constructor() {
    super();
    this.facets = [];
    this.text = "";
    this.open = new Set();
  }

  #renderValue(name: string, value: string, count: number): TemplateResult {
    const isOn = hasClause(this.text, name, value);
    return html`<button
      class="quiet"
      aria-pressed=${isOn}
      title=${value}
      @click=${() => this.dispatchEvent(new AskEvent(chooseClause(this.text, name, value)))}
    >
      <span class="value">${value}</span><span class="muted number">${formatCount(count)}</span>
    </button>`;
  }

  #renderFacet({name, values}: Facet): TemplateResult | typeof nothing {
    if (values.length === 0) return nothing;
    const shown = this.open.has(name) ? values : values.slice(0, FIRST_VALUES);
    const more = values.length - shown.length;
    const label = LABELS[name] ?? name;
    return html`<section role="group" aria-label=${label}>
      <h2>${label}</h2>
      ${shown.map(({value, count}) => this.#renderValue(name, value, count))}
      ${
        more > 0
          ? html`<button
              class="quiet muted"
              @click=${() => (this.open = new Set([...this.open, name]))}
            >
              ${formatCount(more)} more …
            </button>`
          : nothing
      }
    </section>`;
  }

  override render(): TemplateResult {
    return html`${this.facets.map((facet) => this.#renderFacet(facet))}`;
  }
}

customElements.define("lb-search-facets", LbSearchFacets);

declare global {
  interface HTMLElementTagNameMap {
    "lb-search-facets": LbSearchFacets;
  }
  interface HTMLElementEventMap {
    "lb-ask": AskEvent;
  }
}
