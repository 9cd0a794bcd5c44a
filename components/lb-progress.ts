import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import {formatCount, formatDuration} from "./format-value.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Work that is over sooner is not worth a sign; numbers and a way out come where the wait is felt. */
const SIGN_AFTER_MS = 150;
const NUMBERS_AFTER_MS = 1000;

/**
 * How far long work is: nothing at first, then what is being done, then how much of it, how fast, how long still, and
 * a way to stop it. It is shown for as long as the work takes, and removed with it.
 *
 * @fires lb-stop - somebody wants the work stopped
 */
export class LbProgress extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
        min-height: var(--lb-control);
      }
      progress {
        width: 120px;
        accent-color: var(--lb-accent);
      }
    `
  ];
  static override properties = {
    what: {},
    done: {type: Number},
    total: {type: Number},
    noun: {},
    stage: {state: true}
  };

  /** What is being done: "Reading the texts". */
  declare what: string;
  declare done: number;
  /** 0 while nobody knows. */
  declare total: number;
  /** What is counted, in the plural. */
  declare noun: string;
  declare protected stage: "still" | "sign" | "numbers";
  #start = 0;
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor() {
    super();
    this.what = "Working";
    this.noun = "";
    this.done = this.total = 0;
    this.stage = "still";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#start = performance.now();
    this.#timers = [
      setTimeout(() => (this.stage = "sign"), SIGN_AFTER_MS),
      setTimeout(() => (this.stage = "numbers"), NUMBERS_AFTER_MS)
    ];
  }

  override disconnectedCallback(): void {
    this.#timers.forEach(clearTimeout);
    this.stage = "still";
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // a count that begins anew has a pace of its own
    if (this.done < (changed.get("done") ?? 0)) this.#start = performance.now();
  }

  override shouldUpdate(changed: PropertyValues): boolean {
    return this.stage !== "still" || changed.has("stage");
  }

  #renderNumbers(): string {
    const {done, total, noun} = this;
    if (total === 0) return "";
    const elapsedMs = performance.now() - this.#start;
    const rate = done / (elapsedMs / 1000);
    const count = `${formatCount(done)} of ${formatCount(total)}${noun && ` ${noun}`}`;
    if (done === 0) return count;
    const leftMs = ((total - done) / rate) * 1000;
    const left = leftMs < NUMBERS_AFTER_MS ? "" : `, ${formatDuration(leftMs)} left`;
    const pace = rate < 1 ? "" : `, ${formatCount(Math.round(rate))}/s`;
    return `${count}${pace}${left}`;
  }

  override render(): TemplateResult | typeof nothing {
    if (this.stage === "still") return nothing;
    const {what, done, total} = this;
    if (this.stage === "sign") return html`<p class="muted" role="status">${what} …</p>`;
    return html`<div class="row">
      <span role="status">${what} …</span>
      ${
        total > 0
          ? html`<progress aria-label=${what} max=${total} .value=${done}></progress>`
          : nothing
      }
      <span class="muted number">${this.#renderNumbers()}</span>
      <button type="button" @click=${() => this.dispatchEvent(new Event("lb-stop"))}>Stop</button>
    </div>`;
  }
}

customElements.define("lb-progress", LbProgress);

declare global {
  interface HTMLElementTagNameMap {
    "lb-progress": LbProgress;
  }
}
