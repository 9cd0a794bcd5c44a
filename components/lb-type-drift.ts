import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Drift, DriftReport, EntryType, Store} from "../src/index.ts";
import {findDrift, isAbortError} from "../src/index.ts";
import {formatCounted} from "./format-value.ts";
import "./lb-failure.ts";
import "./lb-progress.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {toDriftWords} from "./type-drift.ts";

/** Somebody wants a drift mended. */
export class DriftEvent extends Event {
  readonly drift: Drift;

  constructor(drift: Drift) {
    super("lb-drift");
    this.drift = drift;
  }
}

/**
 * Compares a type with its entries: fields that they have and it does not, kinds that do not fit or could be stricter,
 * each mended by a button.
 *
 * @fires lb-drift - with what shall be mended
 */
export class LbTypeDrift extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    sectionStyles,
    css`
      :host {
        display: block;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 2px var(--lb-3);
        align-items: center;
        min-height: var(--lb-row);
        padding: 2px 0;
        border-bottom: 1px solid var(--lb-border);
        overflow-wrap: anywhere;
      }
      li > span {
        flex: 1 1 200px;
        min-width: 0;
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    type: {attribute: false},
    report: {state: true},
    mended: {state: true},
    work: {state: true},
    failure: {state: true}
  };

  declare store: Store;
  declare type: EntryType;
  declare protected report: DriftReport | undefined;
  declare protected mended: ReadonlySet<Drift>;
  declare protected work: {done: number; total: number; stop: AbortController} | undefined;
  declare protected failure: unknown;

  constructor() {
    super();
    this.mended = new Set();
  }

  override disconnectedCallback(): void {
    this.work?.stop.abort();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("type")) this.report = undefined;
  }

  async #compare(): Promise<void> {
    if (this.work) return;
    const stop = new AbortController();
    this.work = {done: 0, total: 0, stop};
    this.failure = undefined;
    this.mended = new Set();
    try {
      this.report = await findDrift(this.store, this.type, {
        signal: stop.signal,
        onProgress: (done, total) => (this.work = {done, total, stop})
      });
    } catch (error) {
      if (!isAbortError(error)) this.failure = error;
    } finally {
      this.work = undefined;
    }
  }

  #mend(drift: Drift): void {
    this.mended = new Set(this.mended).add(drift);
    this.dispatchEvent(new DriftEvent(drift));
  }

  #renderReport({entries, drifts}: DriftReport): TemplateResult {
    if (entries === 0) return html`<p class="muted" role="status">There is no entry yet.</p>`;
    if (drifts.length === 0)
      return html`<p class="muted" role="status">
        The type and its ${formatCounted(entries, "entry")} agree.
      </p>`;
    return html`<ul class="plain">
      ${drifts.map((drift) => {
        const {what, verb} = toDriftWords(drift, entries);
        return html`<li>
          <span><strong>${drift.field}</strong> ${what}</span>
          ${
            this.mended.has(drift)
              ? html`<span class="muted" role="status">changed above, not saved yet</span>`
              : html`<button type="button" @click=${() => this.#mend(drift)}>${verb}</button>`
          }
        </li>`;
      })}
    </ul>`;
  }

  override render(): TemplateResult {
    const {work, report, failure} = this;
    return html`<section aria-labelledby="heading">
      <header>
        <h2 id="heading">What the entries say</h2>
        <button type="button" class="spread" @click=${() => void this.#compare()}>
          ${report ? "Compare again" : "Compare with entries"}
        </button>
      </header>
      ${
        work
          ? html`<lb-progress
              what="Comparing"
              noun="entries"
              .done=${work.done}
              .total=${work.total}
              @lb-stop=${() => work.stop.abort()}
            ></lb-progress>`
          : nothing
      }
      ${
        failure === undefined
          ? nothing
          : html`<lb-failure
              retry
              .error=${failure}
              .what=${"The entries cannot be compared"}
              @retry=${() => void this.#compare()}
            ></lb-failure>`
      }
      ${report ? this.#renderReport(report) : nothing}
    </section>`;
  }
}

customElements.define("lb-type-drift", LbTypeDrift);

declare global {
  interface HTMLElementTagNameMap {
    "lb-type-drift": LbTypeDrift;
  }
  interface HTMLElementEventMap {
    "lb-drift": DriftEvent;
  }
}
