import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import {repeat} from "lit/directives/repeat.js";
import type {EdgeKind, EdgeOrder, EdgeRow, EdgeRowEnd, EntryType} from "../src/index.ts";
import {renderEdgeDetails} from "./edge-details.ts";
import {toEndView} from "./end-views.ts";
import {formatAgo} from "./format-ago.ts";
import {formatMoment} from "./format-value.ts";
import {toChecked} from "./input-value.ts";
import {entryIdHref} from "./links.ts";
import {SelectEvent, toToggled} from "./select-event.ts";
import {renderSelectPage} from "./select-page.ts";
import {baseStyles, controlStyles, sortHeadStyles, tableStyles} from "./styles.ts";

/** Somebody wants another order. */
export class OrderEvent extends Event {
  readonly by: EdgeOrder;

  constructor(by: EdgeOrder) {
    super("lb-order");
    this.by = by;
  }
}

const COLUMNS: readonly (readonly [by: EdgeOrder | undefined, label: string])[] = [
  ["from", "From"],
  ["kind", "Kind"],
  ["to", "To"],
  [undefined, "Fields"],
  ["created", "Added"]
];

/**
 * A page of edges, a row each.
 *
 * @fires lb-select - with the ids that are selected now
 * @fires lb-order - somebody wants another order
 */
export class LbEdgeTable extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    sortHeadStyles,
    css`
      :host {
        display: block;
        overflow-x: auto;
      }
      td {
        max-width: 260px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      td:first-child,
      th:first-child {
        width: 1px;
      }
    `
  ];
  static override properties = {
    rows: {attribute: false},
    kinds: {attribute: false},
    types: {attribute: false},
    selected: {attribute: false},
    sort: {attribute: false},
    descending: {type: Boolean}
  };

  declare rows: readonly EdgeRow[];
  declare kinds: ReadonlyMap<string, EdgeKind>;
  declare types: ReadonlyMap<string, EntryType>;
  declare selected: ReadonlySet<string>;
  declare sort: EdgeOrder;
  declare descending: boolean;

  constructor() {
    super();
    this.rows = [];
    this.kinds = new Map();
    this.types = new Map();
    this.selected = new Set();
    this.sort = "created";
    this.descending = true;
  }

  #toggle(ids: readonly string[], isOn: boolean): void {
    this.dispatchEvent(new SelectEvent(toToggled(this.selected, ids, isOn)));
  }

  #renderHead([by, label]: (typeof COLUMNS)[number]): TemplateResult {
    if (by === undefined) return html`<th scope="col">${label}</th>`;
    const isSorted = by === this.sort;
    const direction = this.descending ? "descending" : "ascending";
    return html`<th scope="col" aria-sort=${isSorted ? direction : "none"}>
      <button @click=${() => this.dispatchEvent(new OrderEvent(by))}>
        ${label}${isSorted ? html`<span aria-hidden="true">${this.descending ? "↓" : "↑"}</span>` : ""}
      </button>
    </th>`;
  }

  #renderEnd({end, title, type}: EdgeRowEnd): TemplateResult {
    const label = type === null ? undefined : (this.types.get(type)?.label ?? type);
    const href = end.kind === "entry" ? entryIdHref(end.id) : toEndView(end)?.href;
    return html`<td title=${title}>
      ${href === undefined ? title : html`<a href=${href}>${title}</a>`}
      <span class="muted">${label ?? ""}</span>
    </td>`;
  }

  #renderRow({edge, from, to}: EdgeRow): TemplateResult {
    const {id, kind, created} = edge;
    const isSelected = this.selected.has(id);
    const label = this.kinds.get(kind)?.label ?? kind;
    return html`<tr aria-selected=${isSelected}>
      <td>
        <input
          type="checkbox"
          aria-label="Select: ${from.title} ${label} ${to.title}"
          .checked=${isSelected}
          @change=${(event: Event) => this.#toggle([id], toChecked(event))}
        />
      </td>
      ${this.#renderEnd(from)}
      <td>${label}</td>
      ${this.#renderEnd(to)}
      <td>${renderEdgeDetails(edge, this.kinds.get(kind))}</td>
      <td><time title=${formatMoment(new Date(created))}>${formatAgo(created)}</time></td>
    </tr>`;
  }

  override render(): TemplateResult {
    const ids = this.rows.map(({edge}) => edge.id);
    return html`<table>
      <thead>
        <tr>
          <th>${renderSelectPage(ids, this.selected, (isOn) => this.#toggle(ids, isOn))}</th>
          ${COLUMNS.map((column) => this.#renderHead(column))}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          this.rows,
          ({edge}) => edge.id,
          (row) => this.#renderRow(row)
        )}
      </tbody>
    </table>`;
  }
}

customElements.define("lb-edge-table", LbEdgeTable);

declare global {
  interface HTMLElementTagNameMap {
    "lb-edge-table": LbEdgeTable;
  }
  interface HTMLElementEventMap {
    "lb-order": OrderEvent;
  }
}
