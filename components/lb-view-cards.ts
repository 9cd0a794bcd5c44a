import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Store, Value, ViewRelation} from "../src/index.ts";
import {toShownColumns} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import "./lb-attachment-image.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {cardStyles, renderCard} from "./view-card.ts";
import type {ViewRows} from "./view-data.ts";
import {idOf, valueOf} from "./view-row.ts";

/** Cards drawn at first, and more with each press of the button. */
const STEP = 60;

/** A view's entries as cards; as a gallery their pictures come first. */
export class LbViewCards extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    cardStyles,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr));
        gap: var(--lb-2);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .more {
        margin-top: var(--lb-2);
      }
    `
  ];
  static override properties = {
    rows: {attribute: false},
    relation: {attribute: false},
    store: {attribute: false},
    count: {state: true}
  };

  declare rows: ViewRows;
  declare relation: ViewRelation;
  declare store: Store;
  declare protected count: number;

  constructor() {
    super();
    this.count = STEP;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("rows") && changed.get("rows")?.shape !== this.rows.shape) this.count = STEP;
  }

  #renderImage(row: number, title: string): TemplateResult | typeof nothing {
    const {image, layout} = this.rows.shape;
    if (layout !== "gallery" || image === null) return nothing;
    const value = valueOf(this.rows.result, row, image);
    const [first] = Array.isArray(value) ? (value as readonly Value[]) : [value];
    const {sha256} = (first ?? {}) as {readonly sha256?: string};
    return html`<lb-attachment-image
      .store=${this.store}
      .sha256=${sha256}
      .alt=${title}
    ></lb-attachment-image>`;
  }

  override render(): TemplateResult {
    const {result, shape} = this.rows;
    const view = {
      result,
      shown: toShownColumns(shape, this.relation),
      type: this.relation.type.name
    };
    const drawn = Math.min(this.count, result.numRows);
    const rest = result.numRows - drawn;
    return html`<ul>
        ${Array.from(
          {length: drawn},
          (_, row) =>
            html`<li class="card" data-id=${idOf(result, row)}>
              ${this.#renderImage(row, result.value(row, 2) as string)}
              ${renderCard(view, row, {apart: [shape.layout === "gallery" ? shape.image : null]})}
            </li>`
        )}
      </ul>
      ${
        rest > 0
          ? html`<button class="more" @click=${() => (this.count += STEP)}>
              Show more (${formatCount(rest)})
            </button>`
          : nothing
      }`;
  }
}

customElements.define("lb-view-cards", LbViewCards);

declare global {
  interface HTMLElementTagNameMap {
    "lb-view-cards": LbViewCards;
  }
}
