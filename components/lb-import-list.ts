import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {ImportItem} from "../src/index.ts";
import {ImportChangeEvent} from "./import-events.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import {toFormatLabel} from "./import-formats.ts";
import {nameItem, nameRows} from "./import-words.ts";
import "./lb-pager.ts";
import type {PageEvent} from "./lb-pager.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const PAGE_ITEMS = 100;

/** Another item shall be looked at. */
export class ItemPickEvent extends Event {
  readonly item: string;

  constructor(item: string) {
    super("lb-pick");
    this.item = item;
  }
}

/** An item shall be imported, or not. */
export class ItemIncludeEvent extends ImportChangeEvent {
  readonly item: string;

  constructor(item: string, included: boolean) {
    super({included});
    this.item = item;
  }
}

/**
 * The tables and files of a session: what each is, how many rows it has, what is wrong with it, and whether it is
 * imported. Arrows move, Space takes an item in or leaves it out.
 *
 * @fires lb-pick - another item shall be looked at
 * @fires lb-import-change - an item is taken in or left out (`ItemIncludeEvent`)
 */
export class LbImportList extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
        overflow: auto;
        max-height: var(--lb-list-height, 60vh);
      }
      li {
        display: flex;
        gap: var(--lb-2);
        align-items: start;
        padding: var(--lb-1) var(--lb-1) var(--lb-1) var(--lb-2);
        border-bottom: 1px solid var(--lb-border);
      }
      li.current {
        background: var(--lb-bg-selected);
      }
      input {
        margin-top: 3px !important;
      }
      .pick {
        display: block;
        flex: 1;
        min-width: 0;
        padding: 0;
        border: 0;
        background: none;
        text-align: left;
        white-space: normal;
      }
      .name {
        display: block;
        overflow-wrap: anywhere;
      }
      .left .name {
        color: var(--lb-text-muted);
        text-decoration: line-through;
      }
      .facts {
        font-size: var(--lb-size-small);
        color: var(--lb-text-muted);
      }
      .warning {
        color: var(--lb-warning);
      }
    `
  ];
  static override properties = {
    items: {attribute: false},
    current: {},
    busy: {attribute: false},
    page: {state: true}
  };

  declare items: readonly ImportItem[];
  /** The id of the item that is looked at. */
  declare current: string;
  /** The ids of items that are being read anew. */
  declare busy: ReadonlySet<string>;
  declare protected page: number;

  constructor() {
    super();
    this.items = [];
    this.current = "";
    this.busy = new Set();
    this.page = 1;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("li.current .pick")?.focus();
  }

  #onKeydown(event: KeyboardEvent): void {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const index = this.items.findIndex(({id}) => id === this.current);
    const next = this.items[index + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    this.page = Math.floor((index + step) / PAGE_ITEMS) + 1;
    this.dispatchEvent(new ItemPickEvent(next.id));
    void this.updateComplete.then(() => this.focus());
  }

  #renderFacts(item: ImportItem): TemplateResult {
    const {refusal, problems, rejects, connector, format, joins, mode, recipe} = item;
    if (this.busy.has(item.id)) return html`<span>reading …</span>`;
    if (refusal !== null) return html`<span class="failed">not read</span>`;
    const wrong = problems.length + rejects.length;
    return html`${connector ?? toFormatLabel(format)} · ${nameRows(item)} ·
    ${mode === "in-place" ? "in place as " : joins ? "joins " : "new "}${recipe.target}${
      wrong > 0
        ? html` · <span class="warning">⚠ ${formatCounted(wrong, "problem")}</span>`
        : nothing
    }${
      item.stepFailure || item.estimate.refusal !== null
        ? html` · <span class="failed">${item.stepFailure ? "a step fails" : "too large"}</span>`
        : nothing
    }`;
  }

  #renderItem(item: ImportItem): TemplateResult {
    const {id, included, refusal} = item;
    const isCurrent = id === this.current;
    return html`<li
      class="${isCurrent ? "current" : ""} ${included || refusal !== null ? "" : "left"}"
    >
      <input
        type="checkbox"
        aria-label="Import ${nameItem(item)}"
        .checked=${included && refusal === null}
        ?disabled=${refusal !== null}
        @change=${(event: Event) =>
          this.dispatchEvent(new ItemIncludeEvent(id, (event.target as HTMLInputElement).checked))}
      />
      <button
        class="pick"
        aria-current=${isCurrent ? "true" : nothing}
        tabindex=${isCurrent ? 0 : -1}
        @click=${() => this.dispatchEvent(new ItemPickEvent(id))}
      >
        <span class="name">${nameItem(item)}</span>
        <span class="facts">${this.#renderFacts(item)}</span>
      </button>
    </li>`;
  }

  override render(): TemplateResult {
    const {items, page} = this;
    const first = (page - 1) * PAGE_ITEMS;
    const included = items.filter((item) => item.included && item.refusal === null).length;
    return html`<ul
        aria-label="Files and tables"
        @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}
      >
        ${items.slice(first, first + PAGE_ITEMS).map((item) => this.#renderItem(item))}
      </ul>
      ${
        items.length > PAGE_ITEMS
          ? html`<lb-pager
              .page=${page}
              .total=${items.length}
              .size=${PAGE_ITEMS}
              noun="tables"
              @lb-page=${(event: PageEvent) => (this.page = event.page)}
            ></lb-pager>`
          : html`<p class="facts">
              ${formatCount(included)} of ${formatCounted(items.length, "table")} to import
            </p>`
      }`;
  }
}

customElements.define("lb-import-list", LbImportList);

declare global {
  interface HTMLElementTagNameMap {
    "lb-import-list": LbImportList;
  }
  interface HTMLElementEventMap {
    "lb-pick": ItemPickEvent;
  }
}
