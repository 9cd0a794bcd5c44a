import type {TemplateResult} from "lit";
import {LitElement, css, html, svg} from "lit";
import {formatCounted} from "./format-value.ts";
import {baseStyles} from "./styles.ts";

const BAR_PX = 6;
const HEIGHT_PX = 24;
/** What is there at all can be seen. */
const MIN_BAR_PX = 1.5;

/** A bar of a histogram: what it covers, in words, and how many rows it holds. */
export interface HistogramBar {
  readonly label: string;
  readonly count: number;
}

/** Somebody picked a bar, by its number. */
export class BarEvent extends Event {
  readonly index: number;

  constructor(index: number) {
    super("lb-bar", {bubbles: true, composed: true});
    this.index = index;
  }
}

/**
 * A small histogram, one tab stop: arrows move along its bars, Enter picks one, as a click does.
 *
 * @fires lb-bar - a bar was picked (`BarEvent`)
 */
export class LbHistogram extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: inline-block;
        vertical-align: middle;
      }
      svg {
        display: block;
      }
      .bar {
        cursor: pointer;
        outline: none;
      }
      .bar .fill {
        fill: var(--lb-c0);
      }
      .bar .area {
        fill: transparent;
      }
      .bar:hover .area,
      .bar:focus-visible .area {
        fill: var(--lb-mark);
      }
      .bar:focus-visible .area {
        stroke: var(--lb-accent);
      }
      .floor {
        stroke: var(--lb-border-strong);
      }
    `
  ];
  static override properties = {bars: {attribute: false}, label: {}, active: {state: true}};

  declare bars: readonly HistogramBar[];
  /** What is counted: "amount_eur". */
  declare label: string;
  /** The bar that the tab key reaches. */
  declare private active: number;

  constructor() {
    super();
    this.bars = [];
    this.label = "";
    this.active = 0;
  }

  #pick(index: number): void {
    this.dispatchEvent(new BarEvent(index));
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const last = this.bars.length - 1;
    const to = {
      ArrowLeft: Math.max(0, this.active - 1),
      ArrowRight: Math.min(last, this.active + 1),
      Home: 0,
      End: last
    }[event.key];
    if (to === undefined && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    if (to === undefined) this.#pick(this.active);
    else {
      this.active = to;
      void this.updateComplete.then(() =>
        this.renderRoot.querySelectorAll<SVGElement>(".bar")[to]?.focus()
      );
    }
  };

  override render(): TemplateResult {
    const most = Math.max(1, ...this.bars.map(({count}) => count));
    const width = Math.max(1, this.bars.length) * BAR_PX;
    return html`<svg
      width=${width}
      height=${HEIGHT_PX}
      role="group"
      aria-label="Histogram of ${this.label}"
      @keydown=${this.#onKeyDown}
    >
      <line class="floor" x1="0" x2=${width} y1=${HEIGHT_PX - 0.5} y2=${HEIGHT_PX - 0.5}></line>
      ${this.bars.map(({label, count}, i) => {
        const height = count === 0 ? 0 : Math.max(MIN_BAR_PX, (count / most) * (HEIGHT_PX - 2));
        const text = `${label}: ${formatCounted(count, "row")}`;
        return svg`<g
          class="bar"
          role="button"
          tabindex=${i === Math.min(this.active, this.bars.length - 1) ? 0 : -1}
          aria-label=${text}
          @click=${() => this.#pick(i)}
        >
          <title>${text}</title>
          <rect class="area" x=${i * BAR_PX} y="0" width=${BAR_PX} height=${HEIGHT_PX}></rect>
          <rect class="fill" x=${i * BAR_PX + 0.5} y=${HEIGHT_PX - 1 - height} width=${BAR_PX - 1} height=${height}></rect>
        </g>`;
      })}
    </svg>`;
  }
}

customElements.define("lb-histogram", LbHistogram);

declare global {
  interface HTMLElementTagNameMap {
    "lb-histogram": LbHistogram;
  }
  interface HTMLElementEventMap {
    "lb-bar": BarEvent;
  }
}
