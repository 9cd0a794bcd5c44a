import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Drift, DriftReport, EntryType, Store} from "../src/index.ts";
import {findDrift} from "../src/index.ts";
import {formatCounted} from "./format-value.ts";
import type {WorkWords} from "./long-work.ts";
import {LongWork} from "./long-work.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {toDriftWords} from "./type-drift.ts";

const COMPARING: WorkWords = {
  what: "Comparing",
  noun: "entries",
  failed: "The entries cannot be compared",
  canRetry: true
};

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
    mended: {state: true}
  };

  declare store: Store;
  declare type: EntryType;
  declare protected report: DriftReport | undefined;
  declare protected mended: ReadonlySet<Drift>;
  readonly #work = new LongWork(this);

  constructor() {
    super();
    this.mended = new Set();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("type")) this.report = undefined;
  }

  async #compare(): Promise<void> {
    if (this.#work.isRunning) return;
    this.mended = new Set();
    await this.#work.run(COMPARING, async (work) => {
      this.report = await findDrift(this.store, this.type, work);
    });
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
    const {report} = this;
    return html`<section aria-labelledby="heading">
      <header>
        <h2 id="heading">What the entries say</h2>
        <button type="button" class="spread" @click=${() => void this.#compare()}>
          ${report ? "Compare again" : "Compare with entries"}
        </button>
      </header>
      ${this.#work.render()} ${report ? this.#renderReport(report) : nothing}
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
