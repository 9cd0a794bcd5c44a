import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {EntryType, MisfitReport, Store} from "../src/index.ts";
import {findMisfits, isAbortError} from "../src/index.ts";
import {formatCounted} from "./format-value.ts";
import "./lb-failure.ts";
import "./lb-misfit-field.ts";
import "./lb-progress.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** The values of a type's entries that do not fit it, field by field, each to be mended in bulk. */
export class LbMisfits extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    sectionStyles,
    css`
      :host {
        display: block;
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    type: {attribute: false},
    whole: {attribute: false},
    report: {state: true},
    work: {state: true},
    failure: {state: true}
  };

  declare store: Store;
  declare type: EntryType;
  /** The type with all that it inherits. */
  declare whole: EntryType;
  declare protected report: MisfitReport | undefined;
  declare protected work: {done: number; total: number; stop: AbortController} | undefined;
  declare protected failure: unknown;

  override disconnectedCallback(): void {
    this.work?.stop.abort();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const former = changed.get("type");
    const isOther = former?.name !== this.type.name || former.version !== this.type.version;
    if (changed.has("type") && isOther) void this.#check();
  }

  async #check(): Promise<void> {
    this.work?.stop.abort();
    const stop = new AbortController();
    this.work = {done: 0, total: 0, stop};
    this.failure = undefined;
    try {
      const report = await findMisfits(this.store, this.type, {
        signal: stop.signal,
        onProgress: (done, total) => (this.work = {done, total, stop})
      });
      this.report = report;
    } catch (error) {
      if (!isAbortError(error)) this.failure = error;
    } finally {
      if (this.work?.stop === stop) this.work = undefined;
    }
  }

  #renderReport({entries, fields}: MisfitReport): TemplateResult {
    if (fields.length === 0)
      return html`<p class="muted" role="status">
        ${
          entries === 0
            ? "There is no entry yet."
            : `All values of ${formatCounted(entries, "entry")} fit.`
        }
      </p>`;
    return html`${fields.map(
      (misfit) =>
        html`<lb-misfit-field
          .store=${this.store}
          .type=${this.whole}
          .misfit=${misfit}
          @lb-done=${() => void this.#check()}
        ></lb-misfit-field>`
    )}`;
  }

  override render(): TemplateResult {
    const {work, report, failure} = this;
    return html`<section aria-labelledby="heading">
      <header>
        <h2 id="heading">Values that do not fit</h2>
        <button type="button" class="quiet spread" @click=${() => void this.#check()}>
          Look again
        </button>
      </header>
      ${
        work
          ? html`<lb-progress
              what="Looking at the entries"
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
              .what=${"The entries cannot be looked at"}
              @retry=${() => void this.#check()}
            ></lb-failure>`
      }
      ${report ? this.#renderReport(report) : nothing}
    </section>`;
  }
}

customElements.define("lb-misfits", LbMisfits);

declare global {
  interface HTMLElementTagNameMap {
    "lb-misfits": LbMisfits;
  }
}
