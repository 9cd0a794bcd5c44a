import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import {countPages} from "./count-pages.ts";
import {formatCount} from "./format-value.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Somebody wants another page, from 1. */
export class PageEvent extends Event {
  readonly page: number;

  constructor(page: number) {
    super("lb-page");
    this.page = page;
  }
}

/**
 * Where one is in a long list, and the ways on: "51–100 of 1,204".
 *
 * @fires lb-page - with the page that is wanted
 */
export class LbPager extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      .row {
        gap: 2px;
      }
      .place {
        margin-right: var(--lb-2);
        font-variant-numeric: tabular-nums;
      }
    `
  ];
  static override properties = {
    page: {type: Number},
    total: {type: Number},
    size: {type: Number},
    noun: {},
    label: {}
  };

  declare page: number;
  declare total: number;
  /** The length of a page. */
  declare size: number;
  /** What is listed, in the plural. */
  declare noun: string;
  /** The name among other lists of the page. */
  declare label: string;

  constructor() {
    super();
    this.page = 1;
    this.total = 0;
    this.size = 50;
    this.noun = "";
    this.label = "Pages of the list";
  }

  #go(page: number): void {
    this.dispatchEvent(new PageEvent(page));
  }

  #renderButton(label: string, mark: string, page: number, isOff: boolean): TemplateResult {
    return html`<button
      class="quiet"
      aria-label=${label}
      title=${label}
      ?disabled=${isOff}
      @click=${() => this.#go(page)}
    >
      ${mark}
    </button>`;
  }

  override render(): TemplateResult {
    const {page, total, size, noun} = this;
    const last = countPages(total, size);
    const from = (page - 1) * size + 1;
    const to = Math.min(page * size, total);
    const isWhole = total <= size;
    const place = isWhole
      ? `${formatCount(total)} ${noun}`
      : `${formatCount(from)}–${formatCount(to)} of ${formatCount(total)} ${noun}`;
    return html`<nav class="row" aria-label=${this.label}>
      <span class="muted place" role="status">${place}</span>
      ${
        isWhole
          ? ""
          : html`${this.#renderButton("First page", "«", 1, page <= 1)}
            ${this.#renderButton("Previous page", "‹", page - 1, page <= 1)}
            ${this.#renderButton("Next page", "›", page + 1, page >= last)}
            ${this.#renderButton("Last page", "»", last, page >= last)}`
      }
    </nav>`;
  }
}

customElements.define("lb-pager", LbPager);

declare global {
  interface HTMLElementTagNameMap {
    "lb-pager": LbPager;
  }
  interface HTMLElementEventMap {
    "lb-page": PageEvent;
  }
}
