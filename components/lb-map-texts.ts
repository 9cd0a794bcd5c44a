import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {TextMap} from "../src/index.ts";
import {toEnd} from "../src/index.ts";
import {countPages} from "./count-pages.ts";
import {cutText} from "./cut-text.ts";
import type {PageEvent} from "./lb-pager.ts";
import "./lb-pager.ts";
import {entryIdHref} from "./links.ts";
import {ActivePointEvent, PickPointsEvent} from "./map/map-events.ts";
import {renderDay} from "./render-day.ts";
import {listStyles} from "./list-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const PAGE_SIZE = 20;
const SHOWN_CHARACTERS = 400;

/**
 * Texts of a map as a list, some at a time: the same points to be read, looked at and chosen.
 *
 * @fires lb-pick-points - a text is chosen, or no longer
 * @fires lb-active-point - a text is looked at
 */
export class LbMapTexts extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    listStyles,
    css`
      li {
        display: grid;
        grid-template-columns: 14px 4px minmax(0, 1fr) auto;
        gap: var(--lb-2);
        align-items: start;
        padding: 3px var(--lb-1);
      }
      li:hover,
      li.active {
        background: var(--lb-bg-hover);
      }
      .colour {
        align-self: stretch;
      }
      .text {
        width: 100%;
        min-height: 0;
        padding: 0;
        white-space: normal;
        text-align: left;
      }
      li.active .text {
        -webkit-line-clamp: 12;
      }
    `
  ];
  static override properties = {
    map: {attribute: false},
    points: {attribute: false},
    chosen: {attribute: false},
    active: {attribute: false},
    colourOf: {attribute: false},
    page: {state: true}
  };

  declare map: TextMap;
  /** Which of the map's points are listed, in order. */
  declare points: readonly number[];
  declare chosen: ReadonlySet<number>;
  declare active: number | undefined;
  /** The colour of a point, as CSS. */
  declare colourOf: (point: number) => string;
  declare protected page: number;

  constructor() {
    super();
    this.points = [];
    this.chosen = new Set();
    this.colourOf = () => "transparent";
    this.page = 1;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("points"))
      this.page = Math.min(this.page, countPages(this.points.length, PAGE_SIZE));
  }

  #renderText(point: number): TemplateResult {
    const {map, chosen, active} = this;
    const end = toEnd(map.ends[point]!);
    const text = cutText(map.texts[point]!, SHOWN_CHARACTERS);
    return html`<li class=${point === active ? "active" : ""}>
      <input
        type="checkbox"
        aria-label="Choose this text"
        .checked=${chosen.has(point)}
        @change=${() => this.dispatchEvent(new PickPointsEvent([point], "toggle"))}
      />
      <span class="colour" style="background: ${this.colourOf(point)}"></span>
      <button
        class="quiet text"
        title="Show it on the map"
        @click=${() => this.dispatchEvent(new ActivePointEvent(point))}
      >
        ${text}
      </button>
      <span class="facts muted number"
        >${renderDay(map.times?.[point])}
        ${end?.kind === "entry" ? html`<a href=${entryIdHref(end.id)}>Open</a>` : nothing}</span
      >
    </li>`;
  }

  override render(): TemplateResult {
    const {points, page} = this;
    if (points.length === 0) return html`<p class="muted">No text passes the filters.</p>`;
    const from = (page - 1) * PAGE_SIZE;
    return html`<ol aria-label="Texts">
        ${points.slice(from, from + PAGE_SIZE).map((point) => this.#renderText(point))}
      </ol>
      <lb-pager
        noun=${points.length === 1 ? "text" : "texts"}
        label="Pages of texts"
        .page=${page}
        .total=${points.length}
        .size=${PAGE_SIZE}
        @lb-page=${(event: PageEvent) => (this.page = event.page)}
      ></lb-pager>`;
  }
}

customElements.define("lb-map-texts", LbMapTexts);

declare global {
  interface HTMLElementTagNameMap {
    "lb-map-texts": LbMapTexts;
  }
}
