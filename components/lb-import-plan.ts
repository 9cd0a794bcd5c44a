import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {BatchCounts, ImportItem, ImportSession} from "../src/index.ts";
import {isAbortError, toMessage} from "../src/index.ts";
import {formatBytes} from "./format-value.ts";
import {describeCounts} from "./import-words.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** So long nobody changes anything any more before the rows are counted. */
const CALM_MS = 150;

/** What importing an item would do: rows that are new, changed, the same, refused; or why it cannot go well. */
export class LbImportPlan extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--lb-3);
        min-height: var(--lb-line);
      }
      strong {
        font-weight: 600;
      }
      .warning {
        color: var(--lb-warning);
      }
    `
  ];
  static override properties = {
    session: {attribute: false},
    item: {attribute: false},
    counts: {state: true},
    counting: {state: true},
    failure: {state: true}
  };

  declare session: ImportSession;
  declare item: ImportItem;
  declare protected counts: BatchCounts | undefined;
  declare protected counting: boolean;
  declare protected failure: string;
  #count: AbortController | undefined;

  constructor() {
    super();
    this.counting = false;
    this.failure = "";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#count?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("item")) return;
    this.#count?.abort();
    if (changed.get("item")?.id !== this.item.id) this.counts = undefined;
    this.counting = false;
    const {mode, estimate, isSample} = this.item;
    // a large file would be read wholly to be counted: that is asked for
    if (mode === "import" && estimate.refusal === null && !isSample) this.#start(CALM_MS);
  }

  #start(delayMs: number): void {
    const count = (this.#count = new AbortController());
    this.counting = true;
    setTimeout(() => void this.#ask(count.signal), delayMs);
  }

  async #ask(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    try {
      const counts = await this.session.plan(this.item.id, {signal});
      if (signal.aborted) return; // the item was changed meanwhile
      this.counts = counts;
      this.failure = "";
    } catch (error) {
      if (!signal.aborted && !isAbortError(error)) this.failure = toMessage(error);
    } finally {
      if (!signal.aborted) this.counting = false;
    }
  }

  #renderCounts(): TemplateResult {
    const {counts, failure, item} = this;
    if (failure) return html`<p class="failed" role="alert">Rows cannot be counted: ${failure}</p>`;
    if (item.mode === "in-place")
      return html`<p class="muted">Nothing is copied; each query reads the file.</p>`;
    if (!counts)
      return this.counting || !item.isSample
        ? html`<p class="muted">Counting what is new …</p>`
        : html`<p class="row">
            <span class="muted"
              >Only its beginning was read; all is counted while it is imported.</span
            >
            <button @click=${() => this.#start(0)}>Count now</button>
          </p>`;
    const key = item.recipe.key.length === 0 ? "by all values" : `by ${item.recipe.key.join(", ")}`;
    return html`<p>
      <strong class=${counts.refused > 0 ? "warning" : ""}>${describeCounts(counts)}</strong>
      <span class="muted">${item.joins ? key : ""}</span>
    </p>`;
  }

  override render(): TemplateResult {
    const {storageBytes, refusal} = this.item.estimate;
    return html`${
      refusal === null
        ? html`<div role="status" aria-label="What importing does">${this.#renderCounts()}</div>`
        : nothing
    }
    ${
      refusal !== null
        ? html`<p class="failed" role="alert">${refusal}</p>`
        : storageBytes > 0
          ? html`<p class="muted">Takes ${formatBytes(storageBytes)} of this browser's storage.</p>`
          : nothing
    }`;
  }
}

customElements.define("lb-import-plan", LbImportPlan);

declare global {
  interface HTMLElementTagNameMap {
    "lb-import-plan": LbImportPlan;
  }
}
