import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {DuplicatePair} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import "./lb-histogram.ts";
import type {BarEvent} from "./lb-histogram.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const BARS = 20;

/** Somebody wants pairs to count from another probability on. */
export class ThresholdEvent extends Event {
  readonly threshold: number;

  constructor(threshold: number) {
    super("lb-threshold");
    this.threshold = threshold;
  }
}

/**
 * How likely the open pairs are, and from where on they are taken for matches.
 *
 * @fires lb-threshold - with the probability, from 0 to 1
 */
export class LbDuplicatesThreshold extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      .row {
        gap: var(--lb-1) var(--lb-4);
      }
      input {
        width: 120px;
        padding: 0;
        accent-color: var(--lb-accent);
      }
    `
  ];
  static override properties = {pairs: {attribute: false}, threshold: {type: Number}};

  declare pairs: readonly DuplicatePair[];
  declare threshold: number;

  constructor() {
    super();
    this.pairs = [];
    this.threshold = 0;
  }

  #set(threshold: number): void {
    this.threshold = threshold;
    this.dispatchEvent(new ThresholdEvent(threshold));
  }

  override render(): TemplateResult {
    const {threshold} = this;
    const open = this.pairs.filter(({status}) => status === "open");
    const counts = new Uint32Array(BARS);
    for (const {probability} of open) ++counts[Math.min(BARS - 1, Math.floor(probability * BARS))]!;
    const bars = Array.from(counts, (count, i) => ({
      label: `${(100 * i) / BARS} to ${(100 * (i + 1)) / BARS} % likely`,
      count
    }));
    const above = open.filter(({probability}) => probability >= threshold).length;
    return html`<div class="row">
      <lb-histogram
        label="how likely the open pairs are"
        .bars=${bars}
        @lb-bar=${({index}: BarEvent) => this.#set(index / BARS)}
      ></lb-histogram>
      <span class="row">
        <label for="from">Likely from</label>
        <input
          id="from"
          type="range"
          min="0.05"
          max="0.99"
          step="0.01"
          .value=${String(threshold)}
          @change=${(event: Event) => this.#set(Number((event.target as HTMLInputElement).value))}
        />
        <span class="number">${Math.round(threshold * 100)} %</span>
      </span>
      <span role="status"
        ><strong>${formatCount(above)}</strong> open ${above === 1 ? "pair is" : "pairs are"}
        likely, ${formatCount(open.length - above)} less so</span
      >
    </div>`;
  }
}

customElements.define("lb-duplicates-threshold", LbDuplicatesThreshold);

declare global {
  interface HTMLElementTagNameMap {
    "lb-duplicates-threshold": LbDuplicatesThreshold;
  }
  interface HTMLElementEventMap {
    "lb-threshold": ThresholdEvent;
  }
}
