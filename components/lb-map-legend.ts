import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import {formatCount} from "./format-value.ts";
import {isDark} from "./look.ts";
import type {ColourGroup, Colouring} from "./map/colouring.ts";
import {toRamp} from "./map/ramp.ts";
import {toRampWords} from "./map/ramp-words.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {renderTopicMark, topicMarkStyles} from "./topic-mark.ts";

const RAMP_PREVIEW_STEPS = 9;

/** Other colours are picked; none of them means all. */
export class PickColoursEvent extends Event {
  readonly codes: ReadonlySet<number>;

  constructor(codes: ReadonlySet<number>) {
    super("lb-pick-colours");
    this.codes = codes;
  }
}

/**
 * What the colours of a map mean, with how many texts have each: picking some steps all others back.
 *
 * @fires lb-pick-colours - other colours are picked (`PickColoursEvent`)
 */
export class LbMapLegend extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    topicMarkStyles,
    css`
      :host {
        display: block;
      }
      ul {
        /* all values of a column, and of more topics a half, so that it shows that there are more */
        max-height: calc(12.5 * var(--lb-row));
        margin: 0;
        padding: 0;
        overflow: auto;
        list-style: none;
      }
      li button {
        display: grid;
        grid-template-columns: 10px minmax(0, 1fr) auto 60px;
        gap: var(--lb-2);
        width: 100%;
        min-height: var(--lb-row);
        padding: 0 var(--lb-1);
        font-size: var(--lb-size-table);
        text-align: left;
      }
      .label {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      button.back .label,
      button.back .mark {
        opacity: 0.6;
      }
      .bar {
        display: block;
        height: 8px;
        background: var(--lb-mark);
      }
      .whole {
        display: block;
        background: var(--lb-bg-hover);
      }
      .none {
        width: 10px;
        height: 10px;
        border-radius: 50%;
        background: var(--lb-text-muted);
      }
      .ramp {
        height: 10px;
        border-radius: var(--lb-radius);
      }
      .ends {
        display: flex;
        justify-content: space-between;
      }
    `
  ];
  static override properties = {
    colouring: {attribute: false},
    counts: {attribute: false},
    picked: {attribute: false}
  };

  declare colouring: Colouring;
  /** By code, how many of its texts are chosen or pass the filters. */
  declare counts: Uint32Array;
  declare picked: ReadonlySet<number>;

  constructor() {
    super();
    this.counts = new Uint32Array(0);
    this.picked = new Set();
  }

  #toggle(code: number): void {
    const codes = new Set(this.picked);
    if (!codes.delete(code)) codes.add(code);
    this.dispatchEvent(new PickColoursEvent(codes));
  }

  #renderGroup({code, label, colour, count}: ColourGroup, most: number): TemplateResult {
    const {picked} = this;
    const now = this.counts[code] ?? count;
    const isPicked = picked.has(code);
    const toWidth = (part: number): string => `width: ${(100 * part) / Math.max(1, most)}%`;
    const words =
      now === count ? formatCount(count) : `${formatCount(now)} of ${formatCount(count)}`;
    return html`<li>
      <button
        class="quiet ${picked.size > 0 && !isPicked ? "back" : ""}"
        aria-pressed=${isPicked}
        title=${label}
        @click=${() => this.#toggle(code)}
      >
        ${colour === null ? html`<span class="none"></span>` : renderTopicMark({colour})}
        <span class="label">${label}</span>
        <span class="number muted">${words}</span>
        <span class="whole" style=${toWidth(count)}
          ><span class="bar" style="width: ${(100 * now) / Math.max(1, count)}%"></span
        ></span>
      </button>
    </li>`;
  }

  override render(): TemplateResult | typeof nothing {
    const {colouring, picked} = this;
    if (colouring.of === "ramp") {
      const colours = toRamp(RAMP_PREVIEW_STEPS, isDark()).join(", ");
      const {low, high, none} = toRampWords(colouring);
      if (colouring.count === 0) return html`<p class="muted">No text has a value.</p>`;
      return html`<div
          class="ramp"
          role="img"
          aria-label="Colours from ${low} to ${high}"
          style="background: linear-gradient(to right, ${colours})"
        ></div>
        <div class="ends muted number"><span>${low}</span><span>${high}</span></div>
        ${none === "" ? nothing : html`<p class="muted row"><span class="none"></span>${none}</p>`}`;
    }
    if (colouring.groups.length === 0) return nothing;
    const most = Math.max(...colouring.groups.map(({count}) => count));
    return html`<ul aria-label="Colours">
        ${colouring.groups.map((group) => this.#renderGroup(group, most))}
      </ul>
      ${
        picked.size === 0
          ? nothing
          : html`<button
              class="quiet"
              @click=${() => this.dispatchEvent(new PickColoursEvent(new Set()))}
            >
              Show all colours
            </button>`
      }`;
  }
}

customElements.define("lb-map-legend", LbMapLegend);

declare global {
  interface HTMLElementTagNameMap {
    "lb-map-legend": LbMapLegend;
  }
  interface HTMLElementEventMap {
    "lb-pick-colours": PickColoursEvent;
  }
}
