import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import {formatCount} from "./format-value.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {renderTableLink} from "./table-link.ts";

/** A table of the list; the rows are null where nobody has counted them yet. */
export interface ListedTable {
  readonly name: string;
  readonly rows: number | null;
}

/** From here on a list is searched sooner than read. */
const MIN_SEARCHED = 12;

/**
 * The tables of the lake to go through, with their rows.
 *
 * @fires lb-open-table - somebody wants to see a table (`OpenTableEvent`)
 */
export class LbTableList extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      input {
        width: 100%;
        margin-bottom: var(--lb-1);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
        overflow: auto;
        max-height: calc(100vh - 130px);
      }
      a {
        display: flex;
        gap: var(--lb-2);
        align-items: center;
        height: 26px;
        padding: 0 var(--lb-2);
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
      .name {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .count {
        color: var(--lb-text-muted);
        font-size: var(--lb-size-small);
        font-weight: 400;
        font-variant-numeric: tabular-nums;
      }
    `
  ];
  static override properties = {tables: {attribute: false}, current: {}, text: {state: true}};

  declare tables: readonly ListedTable[];
  /** The table that is shown; undefined: all of them. */
  declare current: string | undefined;
  declare private text: string;

  constructor() {
    super();
    this.tables = [];
    this.text = "";
  }

  override render(): TemplateResult {
    const text = this.text.toLowerCase();
    const found = this.tables.filter(({name}) => name.toLowerCase().includes(text));
    return html`<nav aria-label="Tables">
      ${
        this.tables.length < MIN_SEARCHED
          ? nothing
          : html`<input
              type="search"
              placeholder="Find a table"
              aria-label="Find a table"
              .value=${this.text}
              @input=${(event: Event) => (this.text = (event.target as HTMLInputElement).value)}
            />`
      }
      <ul>
        <li>
          ${renderTableLink(
            undefined,
            html`<span class="name">All tables</span
              ><span class="count">${formatCount(this.tables.length)}</span>`,
            {isCurrent: this.current === undefined}
          )}
        </li>
        ${found.map(
          ({name, rows}) =>
            html`<li>
              ${renderTableLink(
                name,
                html`<span class="name" title=${name}>${name}</span
                  ><span class="count">${rows === null ? "" : formatCount(rows)}</span>`,
                {isCurrent: this.current === name}
              )}
            </li>`
        )}
      </ul>
    </nav>`;
  }
}

customElements.define("lb-table-list", LbTableList);

declare global {
  interface HTMLElementTagNameMap {
    "lb-table-list": LbTableList;
  }
}
