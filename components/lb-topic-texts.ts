import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {TopicView} from "../src/index.ts";
import {toEnd} from "../src/index.ts";
import {countPages} from "./count-pages.ts";
import "./lb-pager.ts";
import type {PageEvent} from "./lb-pager.ts";
import {entryIdHref} from "./links.ts";
import {renderDay} from "./render-day.ts";
import {SelectEvent} from "./select-event.ts";
import {listStyles} from "./list-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const PAGE_SIZE = 25;

/**
 * Texts of a topic, some at a time, to be read and ticked.
 *
 * @fires lb-select - with the ends of those that are ticked now
 */
export class LbTopicTexts extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    listStyles,
    css`
      li {
        display: grid;
        grid-template-columns: 20px minmax(0, 1fr) auto;
        gap: var(--lb-1);
        align-items: start;
        padding: 3px 0;
      }
      .text {
        white-space: pre-line;
        -webkit-line-clamp: 3;
      }
      .text:focus-within,
      .text:hover {
        -webkit-line-clamp: 40;
      }
      .facts {
        text-align: right;
      }
    `
  ];
  static override properties = {
    view: {attribute: false},
    rows: {attribute: false},
    selected: {attribute: false},
    page: {state: true}
  };

  declare view: TopicView;
  /** Rows of the view's texts, in order. */
  declare rows: readonly number[];
  /** Ends of those that are ticked. */
  declare selected: ReadonlySet<string>;
  declare protected page: number;

  constructor() {
    super();
    this.rows = [];
    this.selected = new Set();
    this.page = 1;
  }

  override willUpdate(): void {
    this.page = Math.min(this.page, countPages(this.rows.length, PAGE_SIZE));
  }

  #tick(end: string, isOn: boolean): void {
    const ends = new Set(this.selected);
    if (isOn) ends.add(end);
    else ends.delete(end);
    this.dispatchEvent(new SelectEvent(ends));
  }

  #renderRow(row: number): TemplateResult {
    const {texts, strengths} = this.view;
    const end = texts.ends[row]!;
    const text = texts.texts[row]!;
    const href = toHref(end);
    return html`<li>
      <input
        type="checkbox"
        aria-label="Choose this text"
        .checked=${this.selected.has(end)}
        @change=${(event: Event) => this.#tick(end, (event.target as HTMLInputElement).checked)}
      />
      <div class="text">${href === undefined ? text : html`<a href=${href}>${text}</a>`}</div>
      <div class="facts muted number">
        ${renderDay(texts.times?.[row])}
        <span title="How much it belongs here">${Math.round(100 * strengths[row]!)} %</span>
      </div>
    </li>`;
  }

  override render(): TemplateResult {
    const {rows, page} = this;
    return html`<ol>
        ${rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((row) => this.#renderRow(row))}
      </ol>
      <lb-pager
        noun=${rows.length === 1 ? "text" : "texts"}
        label="Pages of texts"
        .page=${page}
        .total=${rows.length}
        .size=${PAGE_SIZE}
        @lb-page=${(event: PageEvent) => (this.page = event.page)}
      ></lb-pager>`;
  }
}

/** Where the row or the entry can be seen; undefined of what has no page. */
function toHref(text: string): string | undefined {
  const end = toEnd(text);
  return end?.kind === "entry" ? entryIdHref(end.id) : undefined;
}

customElements.define("lb-topic-texts", LbTopicTexts);

declare global {
  interface HTMLElementTagNameMap {
    "lb-topic-texts": LbTopicTexts;
  }
}
