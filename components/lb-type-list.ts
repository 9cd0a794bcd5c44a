import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {EdgeKind, EntryType} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import {toKindChoices} from "./kind-choices.ts";
import {TypeEvent} from "./lb-type-tabs.ts";
import {entriesHref, typeHref} from "./links.ts";
import {baseStyles, tableStyles} from "./styles.ts";
import {toTypeTree} from "./type-tree.ts";

/** Edge kinds that are named in a row; the rest is counted. */
const MAX_KINDS = 4;

/**
 * The entry types as a tree of what extends what, each with its entries, fields and edge kinds.
 *
 * @fires lb-type - with the name of a type that shall be shown
 */
export class LbTypeList extends LitElement {
  static override styles = [
    baseStyles,
    tableStyles,
    css`
      :host {
        display: block;
        overflow-x: auto;
      }
      .name {
        position: sticky;
        left: 0;
        background: var(--lb-bg);
        font-weight: 500;
      }
      .name a {
        text-decoration: underline;
      }
      .number {
        text-align: right;
      }
      td:last-child {
        width: 100%;
      }
    `
  ];
  static override properties = {
    types: {attribute: false},
    kinds: {attribute: false},
    counts: {attribute: false}
  };

  declare types: readonly EntryType[];
  declare kinds: readonly EdgeKind[];
  declare counts: ReadonlyMap<string, number>;

  constructor() {
    super();
    this.types = [];
    this.kinds = [];
    this.counts = new Map();
  }

  #onClick(event: MouseEvent, name: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.dispatchEvent(new TypeEvent(name));
  }

  #renderKinds(type: EntryType): string {
    const labels = toKindChoices(this.kinds, type.name, this.types).map(({label}) => label);
    const rest = labels.length - MAX_KINDS;
    return `${labels.slice(0, MAX_KINDS).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
  }

  #renderRow(type: EntryType, depth: number): TemplateResult {
    const {name, label, plural, schema, abstract} = type;
    const count = this.counts.get(name) ?? 0;
    return html`<tr>
      <td class="name" style="padding-left: ${8 + 16 * depth}px">
        ${depth > 0 ? html`<span class="muted" aria-hidden="true">└ </span>` : nothing}
        <a href=${typeHref(name)} @click=${(event: MouseEvent) => this.#onClick(event, name)}
          >${label}</a
        >
        ${depth > 0 ? html`<span class="visually-hidden">extends ${type.extends}</span>` : nothing}
      </td>
      <td class="number">
        ${
          abstract
            ? html`<span class="muted">only extended</span>`
            : html`<a
                href=${entriesHref({type: name})}
                aria-label="${formatCount(count)} ${plural.toLowerCase()}"
                >${formatCount(count)}</a
              >`
        }
      </td>
      <td class="number">${Object.keys(schema.properties).length}</td>
      <td class="muted">${this.#renderKinds(type)}</td>
    </tr>`;
  }

  override render(): TemplateResult {
    return html`<table aria-label="Types">
      <thead>
        <tr>
          <th scope="col">Type</th>
          <th scope="col" class="number">Entries</th>
          <th scope="col" class="number">Fields of its own</th>
          <th scope="col">Edges</th>
        </tr>
      </thead>
      <tbody>
        ${toTypeTree(this.types).map(({type, depth}) => this.#renderRow(type, depth))}
      </tbody>
    </table>`;
  }
}

customElements.define("lb-type-list", LbTypeList);

declare global {
  interface HTMLElementTagNameMap {
    "lb-type-list": LbTypeList;
  }
}
