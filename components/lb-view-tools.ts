import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {QueryResult, Store, TypeColumn, ViewLayout, ViewRelation} from "../src/index.ts";
import {VIEW_LAYOUTS, isGroupable} from "../src/index.ts";
import "./lb-export.ts";
import "./lb-view-columns.ts";
import {OpenViewEvent} from "./lb-view-saved.ts";
import "./lb-view-saved.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {toColumnLabel} from "./view-display.ts";
import {ViewChangeEvent} from "./view-events.ts";
import {toLayoutChange, toLayoutColumns} from "./view-layouts.ts";
import type {ViewShape} from "./view-state.ts";
import {LAYOUT_NAMES} from "./view-state.ts";

/**
 * What a view is made by: its name, layout, groups, columns; and what it can be taken out as.
 *
 * @fires lb-view-change - with another shape
 * @fires lb-open-view - a kept view is to be shown
 * @fires lb-add-filter - a filter is wanted
 * @fires lb-sql - the view is wanted as SQL
 */
export class LbViewTools extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      .row {
        gap: var(--lb-1);
      }
      label {
        gap: var(--lb-1);
        color: var(--lb-text-muted);
      }
      select {
        max-width: 160px;
        color: var(--lb-text);
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    relation: {attribute: false},
    shape: {attribute: false},
    view: {},
    getAll: {attribute: false},
    result: {attribute: false}
  };

  declare store: Store;
  declare relation: ViewRelation;
  declare shape: ViewShape;
  /** The id of the kept view. */
  declare view: string | undefined;
  /** What is on screen, and what gives all of it for an export. */
  declare result: QueryResult | undefined;
  declare getAll: (signal: AbortSignal) => Promise<QueryResult>;

  #change(change: Partial<ViewShape>): void {
    this.dispatchEvent(new ViewChangeEvent(change));
  }

  #renderSelect(
    label: string,
    value: string | null,
    columns: readonly TypeColumn[],
    part: "group" | "date" | "image",
    none: string | undefined
  ): TemplateResult {
    return html`<label class="row"
      >${label}
      <select
        @change=${(event: Event) =>
          this.#change({[part]: (event.target as HTMLSelectElement).value || null})}
      >
        ${none === undefined && value !== null ? nothing : html`<option value="">${none ?? ""}</option>`}
        ${columns.map(
          (column) =>
            html`<option value=${column.name} ?selected=${column.name === value}>
              ${toColumnLabel(column)}
            </option>`
        )}
      </select>
    </label>`;
  }

  #renderLayout(): TemplateResult {
    const {shape, relation} = this;
    const isOffered = (layout: ViewLayout): boolean => {
      const needs = toLayoutColumns(layout, relation);
      return layout === shape.layout || !needs || needs.columns.length > 0;
    };
    return html`<select
      aria-label="Layout"
      @change=${(event: Event) =>
        this.#change(
          toLayoutChange((event.target as HTMLSelectElement).value as ViewLayout, shape, relation)
        )}
    >
      ${VIEW_LAYOUTS.filter(isOffered).map(
        (layout) =>
          html`<option value=${layout} ?selected=${layout === shape.layout}>
            ${LAYOUT_NAMES[layout]}
          </option>`
      )}
    </select>`;
  }

  #renderBy(): TemplateResult | typeof nothing {
    const {shape, relation} = this;
    const {layout} = shape;
    const needs = toLayoutColumns(layout, relation);
    if (needs) {
      const label = {group: "Lanes", date: "Day", image: "Picture"}[needs.part];
      return this.#renderSelect(label, shape[needs.part], needs.columns, needs.part, undefined);
    }
    return layout === "table"
      ? this.#renderSelect(
          "Group",
          shape.group,
          relation.columns.filter(isGroupable),
          "group",
          "none"
        )
      : nothing;
  }

  override render(): TemplateResult {
    const {store, relation, shape} = this;
    return html`<div class="row" role="toolbar" aria-label="View">
      <lb-view-saved
        .store=${store}
        .type=${relation.type.name}
        .shape=${shape}
        .current=${this.view}
        @lb-open-view=${({view}: OpenViewEvent) => this.dispatchEvent(new OpenViewEvent(view))}
      ></lb-view-saved>
      ${this.#renderLayout()} ${this.#renderBy()}
      <button class="quiet" @click=${() => this.dispatchEvent(new Event("lb-add-filter"))}>
        + Filter
      </button>
      <lb-view-columns .relation=${relation} .shape=${shape}></lb-view-columns>
      <button class="quiet" @click=${() => this.dispatchEvent(new Event("lb-sql"))}>SQL</button>
      <lb-export
        name=${relation.type.plural}
        .result=${this.result}
        .getAll=${this.getAll}
      ></lb-export>
    </div>`;
  }
}

customElements.define("lb-view-tools", LbViewTools);

declare global {
  interface HTMLElementTagNameMap {
    "lb-view-tools": LbViewTools;
  }
}
