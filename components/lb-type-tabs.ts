import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {EntryType} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import {entriesHref} from "./links.ts";
import {baseStyles} from "./styles.ts";

/** Somebody wants to see the entries of a type, or all of them (undefined). */
export class TypeEvent extends Event {
  readonly name: string | undefined;

  constructor(name: string | undefined) {
    super("lb-type");
    this.name = name;
  }
}

/**
 * The entry types, each with the number of its entries. They are links, so that one opens in a tab of its own.
 *
 * @fires lb-type - with the type's name
 */
export class LbTypeTabs extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 2px var(--lb-1);
      }
      a {
        flex: none;
        max-width: 240px;
        padding: 3px var(--lb-2);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        border-radius: var(--lb-radius);
        color: var(--lb-text);
      }
      a:hover {
        background: var(--lb-bg-hover);
        text-decoration: none;
      }
      a[aria-current] {
        background: var(--lb-bg-selected);
        font-weight: 600;
      }
      @media (max-width: 699.9px) {
        nav {
          flex-wrap: nowrap;
          overflow-x: auto;
        }
      }
    `
  ];
  static override properties = {
    types: {attribute: false},
    counts: {attribute: false},
    total: {type: Number},
    current: {}
  };

  declare types: readonly EntryType[];
  declare counts: ReadonlyMap<string, number>;
  declare total: number;
  /** The name of the type that is shown; undefined for all. */
  declare current: string | undefined;

  constructor() {
    super();
    this.types = [];
    this.counts = new Map();
    this.total = 0;
  }

  #onClick(event: MouseEvent, name: string | undefined): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.dispatchEvent(new TypeEvent(name));
  }

  #renderTab(name: string | undefined, label: string, count: number): TemplateResult {
    return html`<a
      href=${entriesHref({type: name})}
      aria-current=${name === this.current ? "true" : nothing}
      title=${label}
      @click=${(event: MouseEvent) => this.#onClick(event, name)}
      >${label} <span class="muted number">${formatCount(count)}</span></a
    >`;
  }

  override render(): TemplateResult {
    const {types, counts, total} = this;
    return html`<nav aria-label="Types">
      ${this.#renderTab(undefined, "All", total)}
      ${types.map(({name, plural}) => this.#renderTab(name, plural, counts.get(name) ?? 0))}
    </nav>`;
  }
}

customElements.define("lb-type-tabs", LbTypeTabs);

declare global {
  interface HTMLElementTagNameMap {
    "lb-type-tabs": LbTypeTabs;
  }
  interface HTMLElementEventMap {
    "lb-type": TypeEvent;
  }
}
